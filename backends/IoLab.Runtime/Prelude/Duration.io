# What Duration does in Io. See Protos/Duration/DurationSlots.cs for the table.

Duration + := method(other, self clone += other)

Duration - := method(other, self clone -= other)

Duration print := method(self asString `writeRaw; self)
