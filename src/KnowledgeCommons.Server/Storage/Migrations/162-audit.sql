-- Written by Identity only, by AuditBook. Rows are only added. kind: see AuditKind. who: the name by which the case, the rewrite or the command knows them.
-- about: the id of a case, a rewrite case or an article, or a keyed hash of a login; NULL for settings. Instants are Unix milliseconds UTC.
CREATE TABLE audit (
    id TEXT PRIMARY KEY,
    at BIGINT NOT NULL,
    kind TEXT NOT NULL,
    who TEXT NOT NULL,
    about TEXT,
    words TEXT
);
CREATE INDEX audit_by_about ON audit (about, at);
CREATE INDEX audit_by_time ON audit (at);

-- Rows older than that have been kept long enough (Privacy:Audit); all others stand. One row.
CREATE TABLE audit_end (
    name TEXT PRIMARY KEY,
    before BIGINT NOT NULL
);
INSERT INTO audit_end (name, before) VALUES ('audit', 0);

-- SQLite's words for triggers; another database says the same in its own.
CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
BEGIN
    SELECT RAISE(ABORT, 'The audit is append-only.');
END;
CREATE TRIGGER audit_takes_no_others_place BEFORE INSERT ON audit WHEN EXISTS (SELECT 1 FROM audit WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'The audit is append-only.');
END;
CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit WHEN OLD.at >= (SELECT before FROM audit_end)
BEGIN
    SELECT RAISE(ABORT, 'The audit is append-only.');
END;

-- Which settings there were at the last start, as keyed hashes of their values.
CREATE TABLE audit_setting (
    key TEXT PRIMARY KEY,
    hash TEXT NOT NULL
);
