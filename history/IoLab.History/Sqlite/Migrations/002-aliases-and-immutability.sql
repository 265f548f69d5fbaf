-- A rename is data: the points stay where they were measured and are read as the other series'.
CREATE TABLE series_alias (
    old_id     INTEGER PRIMARY KEY REFERENCES series (id),
    current_id INTEGER NOT NULL REFERENCES series (id),
    CHECK (old_id <> current_id)
);

-- Whoever opens the file with another tool finds the same promise: measurements are never changed.
CREATE TRIGGER sample_is_never_changed BEFORE UPDATE ON sample BEGIN SELECT RAISE(ABORT, 'samples are immutable'); END;
CREATE TRIGGER sample_is_never_deleted BEFORE DELETE ON sample BEGIN SELECT RAISE(ABORT, 'samples are immutable'); END;
CREATE TRIGGER point_is_never_changed BEFORE UPDATE ON point BEGIN SELECT RAISE(ABORT, 'points are immutable'); END;
CREATE TRIGGER point_is_never_deleted BEFORE DELETE ON point BEGIN SELECT RAISE(ABORT, 'points are immutable'); END;
