-- Written by Escalations only. Instants are Unix milliseconds UTC.
-- call_from, call_until: between which instants the reader wants to be called; both NULL when no time was said.
ALTER TABLE help_case ADD COLUMN call_from BIGINT;
ALTER TABLE help_case ADD COLUMN call_until BIGINT;
ALTER TABLE case_event ADD COLUMN call_from BIGINT;
ALTER TABLE case_event ADD COLUMN call_until BIGINT;

-- What came with a message (event). kind: png, jpeg, gif, webp, pdf or text. hash: SHA-256 of the bytes as kept, hexadecimal; they lie in the
-- data folder under attachments/, by that name.
CREATE TABLE case_file (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES help_case (id),
    event TEXT NOT NULL REFERENCES case_event (id),
    position BIGINT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    bytes BIGINT NOT NULL,
    hash TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX case_file_by_case ON case_file (case_id, at, position);
CREATE INDEX case_file_by_hash ON case_file (hash);

-- person: the reader (see help_case.reader) whose case was the first of those that this one repeats; NULL for a case that repeats none.
-- contact_hash: a keyed hash of the address that the reader gave, to know the same address again; the key is not in the database.
-- known_by: how a repeated case was known: device (what the browser holds; the reader was asked) or address (only the desk is told).
ALTER TABLE help_case ADD COLUMN person TEXT;
ALTER TABLE help_case ADD COLUMN contact_hash TEXT;
ALTER TABLE help_case ADD COLUMN known_by TEXT;
CREATE INDEX help_case_by_contact ON help_case (contact_hash, opened_at);
