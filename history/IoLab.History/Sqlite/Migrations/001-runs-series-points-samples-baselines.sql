-- A run is appended as a whole. Times are UTC, ISO 8601 with seven decimals, so that text order is time order.
CREATE TABLE run (
    id          TEXT PRIMARY KEY NOT NULL,
    time        TEXT NOT NULL,
    command     TEXT,
    environment TEXT
) WITHOUT ROWID;

CREATE TABLE series (
    id        INTEGER PRIMARY KEY,
    suite     TEXT NOT NULL,
    benchmark TEXT NOT NULL,
    metric    TEXT NOT NULL,
    unit      TEXT NOT NULL,
    direction TEXT NOT NULL CHECK (direction IN ('lower', 'higher')),
    backend   TEXT NOT NULL,
    engine    TEXT NOT NULL,
    label     TEXT NOT NULL,
    machine   TEXT NOT NULL,
    UNIQUE (suite, benchmark, metric, unit, direction, backend, engine, label, machine)
);

CREATE TABLE point (
    id              INTEGER PRIMARY KEY,
    series_id       INTEGER NOT NULL REFERENCES series (id),
    run_id          TEXT NOT NULL REFERENCES run (id),
    time            TEXT NOT NULL,
    commit_id       TEXT,
    branch          TEXT,
    backend_version TEXT,
    runtime_version TEXT,
    result_hash     TEXT,
    is_valid        INTEGER NOT NULL CHECK (is_valid IN (0, 1)),
    UNIQUE (run_id, series_id)
);
CREATE INDEX point_by_series_and_time ON point (series_id, time);

CREATE TABLE sample (
    point_id       INTEGER NOT NULL REFERENCES point (id),
    position       INTEGER NOT NULL,
    invocation     INTEGER NOT NULL,
    round          INTEGER NOT NULL,
    order_in_round INTEGER NOT NULL,
    iterations     INTEGER NOT NULL,
    value          REAL NOT NULL,
    anchor         REAL,
    PRIMARY KEY (point_id, position)
) WITHOUT ROWID;

CREATE TABLE baseline (
    id      INTEGER PRIMARY KEY,
    name    TEXT NOT NULL,
    version INTEGER NOT NULL,
    saved   TEXT NOT NULL,
    note    TEXT,
    UNIQUE (name, version)
);

CREATE TABLE baseline_point (
    baseline_id INTEGER NOT NULL REFERENCES baseline (id),
    point_id    INTEGER NOT NULL REFERENCES point (id),
    PRIMARY KEY (baseline_id, point_id)
) WITHOUT ROWID;
