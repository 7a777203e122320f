-- useless_at: from then on the message would help nobody (a code that counts no more); null for those that are never too late. It is dropped unsent, and the desk is not told.
ALTER TABLE outbox ADD COLUMN useless_at BIGINT;
