CREATE TABLE `audit` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` text NOT NULL,
	`actor` text NOT NULL,
	`action` text NOT NULL,
	`subject` text NOT NULL,
	`detail` text NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `catalogue_revisions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`programme_id` integer NOT NULL,
	`revision` integer NOT NULL,
	`content` text NOT NULL,
	`content_hash` text NOT NULL,
	`saved_by` text NOT NULL,
	`saved_at` text NOT NULL,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `catalogue_revisions_revision` ON `catalogue_revisions` (`programme_id`,`revision`);--> statement-breakpoint
CREATE TABLE `drafts` (
	`programme_id` integer NOT NULL,
	`project_number` integer NOT NULL,
	`year` integer NOT NULL,
	`quarter` integer NOT NULL,
	`person` text NOT NULL,
	`content` text NOT NULL,
	`saved_at` text NOT NULL,
	PRIMARY KEY(`programme_id`, `project_number`, `year`, `quarter`, `person`),
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `figures` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`filing_id` integer NOT NULL,
	`programme_id` integer NOT NULL,
	`ref` text NOT NULL,
	`year` integer NOT NULL,
	`quarter` integer NOT NULL,
	`revision` integer NOT NULL,
	`kind` text NOT NULL,
	`value` text,
	`numerator` text,
	`denominator` text,
	`basis` text,
	`expected` text,
	`provisional` integer NOT NULL,
	`commentary` text,
	`small_sample` integer NOT NULL,
	`judgement` text,
	`late` integer NOT NULL,
	FOREIGN KEY (`filing_id`) REFERENCES `filings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "figures_quarter" CHECK("figures"."quarter" between 1 and 4)
);
--> statement-breakpoint
CREATE INDEX `figures_of_quarter` ON `figures` (`programme_id`,`year`,`quarter`);--> statement-breakpoint
CREATE UNIQUE INDEX `figures_revision` ON `figures` (`programme_id`,`ref`,`year`,`quarter`,`revision`);--> statement-breakpoint
CREATE TABLE `filings` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`submission_id` integer NOT NULL,
	`revision` integer NOT NULL,
	`filed_by` text NOT NULL,
	`filed_at` text NOT NULL,
	`late` integer NOT NULL,
	`additional_information` text,
	FOREIGN KEY (`submission_id`) REFERENCES `submissions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `filings_revision` ON `filings` (`submission_id`,`revision`);--> statement-breakpoint
CREATE TABLE `inbound` (
	`key` text PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`answer` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`at` text NOT NULL,
	`outcome` text NOT NULL,
	`reason` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `jobs_kind_key` ON `jobs` (`kind`,`key`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`target` text NOT NULL,
	`payload` text NOT NULL,
	`parent_id` integer,
	`due_at` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer NOT NULL,
	`posted_channel` text,
	`posted_ts` text,
	`last_error` text,
	FOREIGN KEY (`parent_id`) REFERENCES `outbox`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "outbox_state" CHECK("outbox"."state" in ('pending', 'sending', 'sent', 'unknown', 'dead'))
);
--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`state`,`due_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_kind_key` ON `outbox` (`kind`,`key`);--> statement-breakpoint
CREATE TABLE `people` (
	`slack_id` text PRIMARY KEY NOT NULL,
	`email` text,
	`name` text,
	`seen_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `people_email` ON `people` (lower("email"));--> statement-breakpoint
CREATE TABLE `programmes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`title` text NOT NULL,
	`year` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `programmes_title_year` ON `programmes` (`title`,`year`);--> statement-breakpoint
CREATE TABLE `submissions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`programme_id` integer NOT NULL,
	`project_number` integer NOT NULL,
	`year` integer NOT NULL,
	`quarter` integer NOT NULL,
	`state` text NOT NULL,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "submissions_quarter" CHECK("submissions"."quarter" between 1 and 4)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `submissions_return` ON `submissions` (`programme_id`,`year`,`quarter`,`project_number`);