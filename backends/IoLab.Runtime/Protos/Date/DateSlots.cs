using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Date;

/// <summary>The slots of Date (io-language.md 5.12).</summary>
internal static unsafe class DateSlots
{
    public static readonly ProtoTable Table = new ProtoTable("Date", Kind.Date)
        .Payload(vm => new DatePayload(vm.Host.Clock.Now))
        .Data("format", vm => vm.Text("%Y-%m-%d %H:%M:%S %Z"), "The format of asString.")
        // The calendar's parts
        .Eager("year", "", &DateParts.Year, "The year.")
        .Eager("month", "", &DateParts.Month, "The month from 1.")
        .Eager("day", "", &DateParts.Day, "The day from 1.")
        .Eager("hour", "", &DateParts.Hour, "The hour from 0.")
        .Eager("minute", "", &DateParts.Minute, "The minute from 0.")
        .Eager("second", "", &DateParts.Second, "The second from 0, with fraction.")
        .Eager("setYear", "year: Number", &DateParts.SetYear, "Changes the year.")
        .Eager("setMonth", "month: Number", &DateParts.SetMonth, "Changes the month.")
        .Eager("setDay", "day: Number", &DateParts.SetDay, "Changes the day.")
        .Eager("setHour", "hour: Number", &DateParts.SetHour, "Changes the hour.")
        .Eager("setMinute", "minute: Number", &DateParts.SetMinute, "Changes the minute.")
        .Eager("setSecond", "second: Number", &DateParts.SetSecond, "Changes the second; drops the fraction.")
        .Eager("isValidTime", "hour: Number, minute: Number, second: Number", &DateParts.IsValidTime, "Is there such a time of day? Negative parts count from the end.")
        // The clock
        .Eager("now", "", &DateMoments.Now, "Becomes the present moment.")
        .Eager("today", "", &DateMoments.Today, "The beginning of the present day.")
        .Eager("isToday", "", &DateMoments.IsToday, "Is it in the present day?")
        .Eager("isPast", "", &DateMoments.IsPast, "Is it before now?")
        .Eager("clock", "", &DateMoments.Clock, "Seconds since the world began.")
        .Eager("secondsSinceNow", "", &DateMoments.SecondsSinceNow, "Seconds from the receiver to now.")
        .Control("secondsToRun", "expression", &DateMoments.SecondsToRun, "How long an evaluation takes.", anyReceiver: true)
        .Control("cpuSecondsToRun", "expression", &DateMoments.SecondsToRun, "How long an evaluation takes.", anyReceiver: true)
        // Arithmetic
        .Eager("+", "span: Duration", &DateMoments.Plus, "A later date.")
        .Eager("-", "other: Date or Duration", &DateMoments.Minus, "The duration since a date; an earlier date.")
        .Eager("+=", "span: Duration", &DateMoments.Add, "Moves the receiver on.")
        .Eager("-=", "span: Duration", &DateMoments.Subtract, "Moves the receiver back.")
        .Eager("secondsSince", "other: Date", &DateMoments.SecondsSince, "Seconds from another date to the receiver.")
        // Conversion
        .Eager("asNumber", "", &DateMoments.AsNumber, "Seconds since 1970, with fraction.")
        .Eager("fromNumber", "seconds: Number", &DateMoments.FromNumber, "Becomes the moment that many seconds after 1970 began.")
        .Eager("copy", "other: Date", &DateMoments.Copy, "Becomes the moment of another date.")
        .Eager("asString", "[format: Sequence]", &DateMoments.AsString, "Text, with the directives of strftime.")
        .Eager("fromString", "text: Sequence, format: Sequence", &DateMoments.FromString, "Becomes the moment that text tells, with the directives of strptime; if it fits.")
        .Eager("asAtomDate", "", &DateMoments.AsAtomDate, "Text as in Atom feeds.")
        .Eager("asSerialization", "", &DateMoments.AsSerialization, "Four 32-bit integers.")
        .Eager("fromSerialization", "items: Sequence", &DateMoments.FromSerialization, "Becomes the moment of asSerialization.")
        .Prelude("asNumberString", "", "asNumber with zeros up to 27 characters.")
        .Prelude("timeStampString", "", "asNumber with zeros up to 27 characters.")
        .Prelude("asJson", "", "asString in quotes.")
        .Prelude("print", "", "Writes asString; the receiver.")
        .Prelude("justSerialized", "stream", "Writes an expression that makes this date.")
        // Zones: there is one
        .Eager("zone", "", &DateMoments.Zone, "UTC.")
        .Eager("gmtOffset", "", &DateMoments.GmtOffset, "+0000.")
        .Eager("gmtOffsetSeconds", "", &DateMoments.GmtOffsetSeconds, "0.")
        .Eager("setGmtOffset", "minutes: Number", &DateMoments.SameGivenNumber, "The receiver: dates stay in UTC.")
        .Eager("convertToZone", "minutes: Number", &DateMoments.SameGivenNumber, "The receiver: dates stay in UTC.")
        .Eager("convertToLocal", "", &DateMoments.Same, "The receiver: dates stay in UTC.")
        .Eager("convertToUTC", "", &DateMoments.Same, "The receiver.")
        .Eager("setToUTC", "", &DateMoments.Same, "The receiver.")
        .Eager("isDST", "", &DateMoments.IsDaylightSavingsTime, "false.")
        .Eager("isDaylightSavingsTime", "", &DateMoments.IsDaylightSavingsTime, "false.");
}
