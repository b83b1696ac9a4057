CREATE TABLE `corrections` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`filing_id` integer NOT NULL,
	`content` text NOT NULL,
	`reason` text NOT NULL,
	`asked_by` text NOT NULL,
	`asked_at` text NOT NULL,
	`decision` text,
	`decided_by` text,
	`decided_at` text,
	`comment` text,
	FOREIGN KEY (`filing_id`) REFERENCES `filings`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "corrections_decision" CHECK("corrections"."decision" in ('approved', 'declined', 'withdrawn'))
);
--> statement-breakpoint
CREATE INDEX `corrections_of_filing` ON `corrections` (`filing_id`);--> statement-breakpoint
CREATE TABLE `handovers` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`programme_id` integer NOT NULL,
	`lead` text NOT NULL,
	`substitute` text,
	`reason` text NOT NULL,
	`from_day` text NOT NULL,
	`until_day` text,
	`made_by` text NOT NULL,
	`made_at` text NOT NULL,
	`ended_by` text,
	`ended_at` text,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `handovers_of_programme` ON `handovers` (`programme_id`);--> statement-breakpoint
CREATE TABLE `purges` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`source` text NOT NULL,
	`row_id` integer NOT NULL,
	`part` text NOT NULL,
	`reason` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `purges_text` ON `purges` (`source`,`row_id`,`part`);--> statement-breakpoint
CREATE TABLE `reviews` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`filing_id` integer NOT NULL,
	`kind` text NOT NULL,
	`ref` text,
	`comment` text,
	`by` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`filing_id`) REFERENCES `filings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `reviews_of_filing` ON `reviews` (`filing_id`);--> statement-breakpoint
ALTER TABLE `figures` ADD `awaited` text;--> statement-breakpoint
ALTER TABLE `figures` ADD `final_by` text;--> statement-breakpoint
ALTER TABLE `figures` ADD `action_what` text;--> statement-breakpoint
ALTER TABLE `figures` ADD `action_who` text;--> statement-breakpoint
ALTER TABLE `figures` ADD `action_by` text;--> statement-breakpoint
ALTER TABLE `filings` ADD `reason` text;--> statement-breakpoint
ALTER TABLE `filings` ADD `given_by` text;--> statement-breakpoint
ALTER TABLE `filings` ADD `received` text;--> statement-breakpoint
ALTER TABLE `filings` ADD `attachment` text;--> statement-breakpoint
ALTER TABLE `filings` ADD `attestation` text;--> statement-breakpoint
CREATE TABLE `__new_drafts` (
	`programme_id` integer NOT NULL,
	`project_number` integer NOT NULL,
	`year` integer NOT NULL,
	`quarter` integer NOT NULL,
	`content` text NOT NULL,
	`saved_at` text NOT NULL,
	PRIMARY KEY(`programme_id`, `project_number`, `year`, `quarter`),
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_drafts`("programme_id", "project_number", "year", "quarter", "content", "saved_at")
SELECT d."programme_id", d."project_number", d."year", d."quarter",
	json_object(
		'version', 1,
		'fields', (
			SELECT json_group_object(e.key, json_object(
				'value', json(d."content" -> e.fullkey), 'by', d."person", 'at', d."saved_at", 'version', 1
			)) FROM json_each(d."content") e
		),
		'aside', (
			SELECT json_group_object(o."person", (
				SELECT json_group_object(f.key, json_object(
					'value', json(o."content" -> f.fullkey), 'at', o."saved_at"
				)) FROM json_each(o."content") f
			)) FROM `drafts` o
			WHERE (o."programme_id", o."project_number", o."year", o."quarter")
				= (d."programme_id", d."project_number", d."year", d."quarter")
				AND o."person" <> d."person"
		),
		'pages', json('{}')
	),
	d."saved_at"
FROM `drafts` d
WHERE NOT EXISTS (
	SELECT 1 FROM `drafts` later
	WHERE (later."programme_id", later."project_number", later."year", later."quarter")
		= (d."programme_id", d."project_number", d."year", d."quarter")
		AND (later."saved_at", later."person") > (d."saved_at", d."person")
);--> statement-breakpoint
DROP TABLE `drafts`;--> statement-breakpoint
ALTER TABLE `__new_drafts` RENAME TO `drafts`;--> statement-breakpoint
DROP TRIGGER `figures_refuse_update`;
--> statement-breakpoint
CREATE TRIGGER `figures_refuse_update` BEFORE UPDATE OF `id`, `filing_id`, `programme_id`, `ref`, `year`, `quarter`, `revision`, `kind`, `value`, `numerator`, `denominator`, `basis`, `expected`, `provisional`, `final_by`, `action_by`, `small_sample`, `late` ON `figures`
BEGIN
	SELECT RAISE(ABORT, 'figures is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `figures_refuse_commentary` BEFORE UPDATE OF `commentary` ON `figures`
WHEN NEW.`commentary` IS NOT '[Removed by the coordinator]' OR NOT EXISTS (
	SELECT 1 FROM `purges` WHERE `source` = 'figures' AND `row_id` = OLD.`id` AND `part` = 'commentary'
)
BEGIN
	SELECT RAISE(ABORT, 'figures is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `figures_refuse_judgement` BEFORE UPDATE OF `judgement` ON `figures`
WHEN NEW.`judgement` IS NOT '[Removed by the coordinator]' OR NOT EXISTS (
	SELECT 1 FROM `purges` WHERE `source` = 'figures' AND `row_id` = OLD.`id` AND `part` = 'judgement'
)
BEGIN
	SELECT RAISE(ABORT, 'figures is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `figures_refuse_awaited` BEFORE UPDATE OF `awaited` ON `figures`
WHEN NEW.`awaited` IS NOT '[Removed by the coordinator]' OR NOT EXISTS (
	SELECT 1 FROM `purges` WHERE `source` = 'figures' AND `row_id` = OLD.`id` AND `part` = 'awaited'
)
BEGIN
	SELECT RAISE(ABORT, 'figures is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `figures_refuse_action_what` BEFORE UPDATE OF `action_what` ON `figures`
WHEN NEW.`action_what` IS NOT '[Removed by the coordinator]' OR NOT EXISTS (
	SELECT 1 FROM `purges` WHERE `source` = 'figures' AND `row_id` = OLD.`id` AND `part` = 'action_what'
)
BEGIN
	SELECT RAISE(ABORT, 'figures is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `figures_refuse_action_who` BEFORE UPDATE OF `action_who` ON `figures`
WHEN NEW.`action_who` IS NOT '[Removed by the coordinator]' OR NOT EXISTS (
	SELECT 1 FROM `purges` WHERE `source` = 'figures' AND `row_id` = OLD.`id` AND `part` = 'action_who'
)
BEGIN
	SELECT RAISE(ABORT, 'figures is append-only');
END;
--> statement-breakpoint
DROP TRIGGER `filings_refuse_update`;
--> statement-breakpoint
CREATE TRIGGER `filings_refuse_update` BEFORE UPDATE OF `id`, `submission_id`, `revision`, `filed_by`, `filed_at`, `late`, `received`, `attestation` ON `filings`
BEGIN
	SELECT RAISE(ABORT, 'filings is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `filings_refuse_additional_information` BEFORE UPDATE OF `additional_information` ON `filings`
WHEN NEW.`additional_information` IS NOT '[Removed by the coordinator]' OR NOT EXISTS (
	SELECT 1 FROM `purges` WHERE `source` = 'filings' AND `row_id` = OLD.`id` AND `part` = 'additional_information'
)
BEGIN
	SELECT RAISE(ABORT, 'filings is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `filings_refuse_reason` BEFORE UPDATE OF `reason` ON `filings`
WHEN NEW.`reason` IS NOT '[Removed by the coordinator]' OR NOT EXISTS (
	SELECT 1 FROM `purges` WHERE `source` = 'filings' AND `row_id` = OLD.`id` AND `part` = 'reason'
)
BEGIN
	SELECT RAISE(ABORT, 'filings is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `filings_refuse_given_by` BEFORE UPDATE OF `given_by` ON `filings`
WHEN NEW.`given_by` IS NOT '[Removed by the coordinator]' OR NOT EXISTS (
	SELECT 1 FROM `purges` WHERE `source` = 'filings' AND `row_id` = OLD.`id` AND `part` = 'given_by'
)
BEGIN
	SELECT RAISE(ABORT, 'filings is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `filings_refuse_attachment` BEFORE UPDATE OF `attachment` ON `filings`
WHEN NEW.`attachment` IS NOT '[Removed by the coordinator]' OR NOT EXISTS (
	SELECT 1 FROM `purges` WHERE `source` = 'filings' AND `row_id` = OLD.`id` AND `part` = 'attachment'
)
BEGIN
	SELECT RAISE(ABORT, 'filings is append-only');
END;
--> statement-breakpoint
DROP TRIGGER `questions_refuse_update`;
--> statement-breakpoint
CREATE TRIGGER `questions_refuse_update` BEFORE UPDATE OF `id`, `filing_id`, `ref`, `code`, `ask` ON `questions`
BEGIN
	SELECT RAISE(ABORT, 'questions is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `questions_refuse_found` BEFORE UPDATE OF `found` ON `questions`
WHEN NEW.`found` IS NOT '[Removed by the coordinator]' OR NOT EXISTS (
	SELECT 1 FROM `purges` WHERE `source` = 'questions' AND `row_id` = OLD.`id` AND `part` = 'found'
)
BEGIN
	SELECT RAISE(ABORT, 'questions is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `questions_refuse_said` BEFORE UPDATE OF `said` ON `questions`
WHEN NEW.`said` IS NOT '[Removed by the coordinator]' OR NOT EXISTS (
	SELECT 1 FROM `purges` WHERE `source` = 'questions' AND `row_id` = OLD.`id` AND `part` = 'said'
)
BEGIN
	SELECT RAISE(ABORT, 'questions is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `reviews_refuse_update` BEFORE UPDATE OF `id`, `filing_id`, `kind`, `ref`, `by`, `at` ON `reviews`
BEGIN
	SELECT RAISE(ABORT, 'reviews is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `reviews_refuse_comment` BEFORE UPDATE OF `comment` ON `reviews`
WHEN NEW.`comment` IS NOT '[Removed by the coordinator]' OR NOT EXISTS (
	SELECT 1 FROM `purges` WHERE `source` = 'reviews' AND `row_id` = OLD.`id` AND `part` = 'comment'
)
BEGIN
	SELECT RAISE(ABORT, 'reviews is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `reviews_refuse_delete` BEFORE DELETE ON `reviews`
BEGIN
	SELECT RAISE(ABORT, 'reviews is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `purges_refuse_update` BEFORE UPDATE ON `purges`
BEGIN
	SELECT RAISE(ABORT, 'purges is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `purges_refuse_delete` BEFORE DELETE ON `purges`
BEGIN
	SELECT RAISE(ABORT, 'purges is append-only');
END;
