CREATE TRIGGER `catalogue_revisions_refuse_update` BEFORE UPDATE ON `catalogue_revisions`
BEGIN
	SELECT RAISE(ABORT, 'catalogue_revisions is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `catalogue_revisions_refuse_delete` BEFORE DELETE ON `catalogue_revisions`
BEGIN
	SELECT RAISE(ABORT, 'catalogue_revisions is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `filings_refuse_update` BEFORE UPDATE ON `filings`
BEGIN
	SELECT RAISE(ABORT, 'filings is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `filings_refuse_delete` BEFORE DELETE ON `filings`
BEGIN
	SELECT RAISE(ABORT, 'filings is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `figures_refuse_update` BEFORE UPDATE ON `figures`
BEGIN
	SELECT RAISE(ABORT, 'figures is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `figures_refuse_delete` BEFORE DELETE ON `figures`
BEGIN
	SELECT RAISE(ABORT, 'figures is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_refuse_update` BEFORE UPDATE ON `audit`
BEGIN
	SELECT RAISE(ABORT, 'audit is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_refuse_delete` BEFORE DELETE ON `audit`
BEGIN
	SELECT RAISE(ABORT, 'audit is append-only');
END;
