-- Written by Escalations only; Desk may read. Messages of one stream (all that one ticket system, room or webhook hears about one case) go out
-- one after another, by position; NULL where the order does not matter. stood_in: 1 when other channels have told it instead.
ALTER TABLE outbox ADD COLUMN stream TEXT;
ALTER TABLE outbox ADD COLUMN position BIGINT NOT NULL DEFAULT 0;
ALTER TABLE outbox ADD COLUMN stood_in BIGINT NOT NULL DEFAULT 0;
CREATE INDEX outbox_by_stream ON outbox (stream, position);
CREATE INDEX outbox_by_channel ON outbox (channel, state, next_at);

-- How a channel has fared. failures: attempts in vain since the last one that the other side answered; rest_until: nothing is tried before.
CREATE TABLE channel_state (
    channel TEXT PRIMARY KEY,
    since BIGINT NOT NULL,
    failures BIGINT NOT NULL,
    rest_until BIGINT,
    last_ok_at BIGINT,
    last_error TEXT
);

-- The ticket that a channel has for a case, there. state_at: when the newest change of its state that we took over happened there.
CREATE TABLE case_ticket (
    case_id TEXT NOT NULL,
    channel TEXT NOT NULL,
    ticket TEXT NOT NULL,
    url TEXT,
    opened_at BIGINT NOT NULL,
    state_at BIGINT,
    PRIMARY KEY (case_id, channel)
);
CREATE INDEX case_ticket_by_ticket ON case_ticket (channel, ticket);

-- What a ticket system has told us already, by the id it has there.
CREATE TABLE ticket_event (
    channel TEXT NOT NULL,
    event TEXT NOT NULL,
    received_at BIGINT NOT NULL,
    PRIMARY KEY (channel, event)
);
