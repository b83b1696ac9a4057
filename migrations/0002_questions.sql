CREATE TABLE `questions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`filing_id` integer NOT NULL,
	`ref` text NOT NULL,
	`code` text NOT NULL,
	`found` text NOT NULL,
	`ask` text NOT NULL,
	`said` text,
	FOREIGN KEY (`filing_id`) REFERENCES `filings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `questions_of_filing` ON `questions` (`filing_id`);--> statement-breakpoint
CREATE TRIGGER `questions_refuse_update` BEFORE UPDATE ON `questions`
BEGIN
	SELECT RAISE(ABORT, 'questions is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `questions_refuse_delete` BEFORE DELETE ON `questions`
BEGIN
	SELECT RAISE(ABORT, 'questions is append-only');
END;
