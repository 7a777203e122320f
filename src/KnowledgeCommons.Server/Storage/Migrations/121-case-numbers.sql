-- Written by Escalations only. Numbers KC-… that were given to something other than a reader's case, so that each number means one thing.
CREATE TABLE case_number (
    number BIGINT PRIMARY KEY
);
