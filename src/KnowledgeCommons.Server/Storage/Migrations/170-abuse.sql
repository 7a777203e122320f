-- Written by Abuse only; Desk may read. Instants are Unix milliseconds UTC.
-- What was sent in a way that machines send things, until a person has looked (Abuse:KeepHeld at most). kind: case or answer. token_hash: of the receipt that its sender has.
-- form_hash: the same for one form sent twice. contact_hash: a keyed hash of the address that was given, by which its sender can be forgotten. words, content: encrypted with the keys beside the database. files: hashes, one a line. why: trap, fast or many.
CREATE TABLE held_post (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    token_hash TEXT NOT NULL UNIQUE,
    form_hash TEXT UNIQUE,
    reader TEXT NOT NULL,
    contact_hash TEXT,
    about TEXT,
    words TEXT NOT NULL,
    content TEXT NOT NULL,
    files TEXT NOT NULL,
    why TEXT NOT NULL,
    at BIGINT NOT NULL,
    claimed_at BIGINT
);
CREATE INDEX held_post_by_time ON held_post (at);
