-- Written by KnownIssues only. contact_hash: a keyed hash of the address, to know the same one again; the address itself is encrypted with keys that are not in the
-- database, here as in help_case.contact, hear_back.contact and, for readers, outbox.payload. What was there before is encrypted at the next start (Privacy).
ALTER TABLE known_issue_affected ADD COLUMN contact_hash TEXT;
