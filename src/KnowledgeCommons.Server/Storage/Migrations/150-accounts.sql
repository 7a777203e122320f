-- Written by Identity only. Instants are Unix milliseconds UTC. Nothing here says what somebody read, searched or answered.

-- People who sign in with a password (Identity:Mode Accounts). login is in small letters; groups: one a line. password: how it was hashed, and the hash; NULL until it is chosen.
CREATE TABLE account (
    id TEXT PRIMARY KEY,
    login TEXT NOT NULL UNIQUE,
    name TEXT,
    groups TEXT NOT NULL,
    password TEXT,
    disabled_at BIGINT,
    created_at BIGINT NOT NULL
);

-- One-time links to choose a password. token: the hash of what stands in the link.
CREATE TABLE account_link (
    token TEXT PRIMARY KEY,
    account TEXT NOT NULL REFERENCES account (id),
    expires_at BIGINT NOT NULL
);

-- Tries that failed, by a keyed hash of the name that was typed, whether somebody has it or not.
CREATE TABLE sign_in_try (
    who TEXT PRIMARY KEY,
    failures BIGINT NOT NULL,
    wait_until BIGINT NOT NULL,
    last_at BIGINT NOT NULL
);

-- Who is signed in. id: the hash of what stands in the cookie. account, provider_session: keyed hashes, to end sessions by. ticket: who it is, encrypted with the keys beside the database.
CREATE TABLE session (
    id TEXT PRIMARY KEY,
    account TEXT NOT NULL,
    provider_session TEXT,
    ticket TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX session_by_account ON session (account);
CREATE INDEX session_by_provider ON session (provider_session);
