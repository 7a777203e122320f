-- Written by Searching only. The last of the searches that a reader typed on to within half a minute; NULL for that last one, and for all that
-- stand by themselves.
ALTER TABLE search ADD COLUMN folded_into TEXT;
CREATE INDEX search_by_whole ON search (folded_into) WHERE folded_into IS NOT NULL;

-- What readers asked: each search that was kept (part) and the one that it counts as. Part and search are the same where nothing was folded.
CREATE VIEW search_asked AS
SELECT part.id AS part, part.at AS part_at, whole.id AS search, whole.reader AS reader, whole.at AS at, whole.words AS words, whole.hits AS hits, whole.total AS total
FROM search part JOIN search whole ON whole.id = COALESCE(part.folded_into, part.id);
