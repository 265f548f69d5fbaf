using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Duration;

/// <summary>The slots of Duration (io-language.md 5.13).</summary>
internal static unsafe class DurationSlots
{
    public static readonly ProtoTable Table = new ProtoTable("Duration", Kind.Duration)
        .Payload(_ => new DurationPayload(0))
        .Eager("years", "", &DurationParts.Years, "Whole years of 365 days.")
        .Eager("days", "", &DurationParts.Days, "Whole days beyond the years.")
        .Eager("hours", "", &DurationParts.Hours, "Whole hours beyond the days.")
        .Eager("minutes", "", &DurationParts.Minutes, "Whole minutes beyond the hours.")
        .Eager("seconds", "", &DurationParts.Seconds, "Seconds beyond the minutes, with fraction.")
        .Eager("setYears", "years: Number", &DurationParts.SetYears, "Replaces the years.")
        .Eager("setDays", "days: Number", &DurationParts.SetDays, "Replaces the days.")
        .Eager("setHours", "hours: Number", &DurationParts.SetHours, "Replaces the hours.")
        .Eager("setMinutes", "minutes: Number", &DurationParts.SetMinutes, "Replaces the minutes.")
        .Eager("setSeconds", "seconds: Number", &DurationParts.SetSeconds, "Replaces the seconds.")
        .Eager("asNumber", "", &DurationParts.TotalSeconds, "Seconds in all.")
        .Eager("totalSeconds", "", &DurationParts.TotalSeconds, "Seconds in all.")
        .Eager("fromNumber", "seconds: Number", &DurationParts.FromNumber, "Becomes that many seconds.")
        .Eager("+=", "other: Duration", &DurationParts.Add, "Lengthens the receiver.")
        .Eager("-=", "other: Duration", &DurationParts.Subtract, "Shortens the receiver.")
        .Prelude("+", "other: Duration", "Both, one after the other.")
        .Prelude("-", "other: Duration", "The difference.")
        .Eager("asString", "[format: Sequence]", &DurationParts.AsString, "Text; directives %Y %y %d %H %M %S.")
        .Prelude("print", "", "Writes asString; the receiver.");
}
