# What Date does in Io. See Protos/Date/DateSlots.cs for the table.

Date print := method(self asString `writeRaw; self)

Date asJson := method(self asString asJson)

Date asNumberString := method(self `asNumber asString alignLeft(27, "0"))

Date timeStampString := method(self asNumberString)

Date justSerialized := method(stream,
    stream write("Date clone do(setYear(", self year asString, ") setMonth(", self month asString, ") setDay(", self day asString,
        ") setHour(", self hour asString, ") setMinute(", self minute asString, ") setSecond(", self second asString, "));")
)
