-- Written by Health only; others may read. Instants are Unix milliseconds UTC.

-- Tickets from elsewhere, as an import or a program gave them. person: a keyed hash; article, solved_by: permanent id, slug or address, as it was said.
-- reason: see ContactReason. subject and text only until attribution is done with them and they are old enough. is_staff: 1 when it does not count.
-- fingerprint tells whether a ticket that comes again says something else; version counts that. attributed_at: NULL while it waits for attribution.
CREATE TABLE contact (
    source TEXT NOT NULL,
    id TEXT NOT NULL,
    person TEXT NOT NULL,
    at BIGINT NOT NULL,
    subject TEXT,
    text TEXT,
    topic TEXT,
    article TEXT,
    solved_by TEXT,
    reason TEXT,
    repeat_of TEXT,
    closed_at BIGINT,
    is_staff BIGINT NOT NULL,
    fingerprint BIGINT NOT NULL,
    version BIGINT NOT NULL,
    received_at BIGINT NOT NULL,
    attributed_at BIGINT,
    PRIMARY KEY (source, id)
);
CREATE INDEX contact_waiting ON contact (at) WHERE attributed_at IS NULL;
CREATE INDEX contact_with_text ON contact (at) WHERE text IS NOT NULL OR subject IS NOT NULL;
CREATE INDEX contact_about ON contact (closed_at) WHERE article IS NOT NULL OR solved_by IS NOT NULL;
