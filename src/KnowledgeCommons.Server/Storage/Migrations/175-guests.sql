-- Written by Identity only. Instants are Unix milliseconds UTC. Codes that were asked for; gone an hour later. The code itself stands nowhere: it is made of id and the key beside
-- the database. id: the hash of what stands in the browser's cookie. person: a keyed hash of the mail address.
CREATE TABLE guest_code (
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL,
    tries BIGINT NOT NULL,
    asked_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX guest_code_by_person ON guest_code (person, asked_at);
