using IoLab.Contract;

namespace IoLab.Reports.Tests;

public sealed class NumberFormatTests
{
    [TestCase(12.783, "12.78")]
    [TestCase(1.2, "1.200")]
    [TestCase(9.9996, "10.00")]
    [TestCase(0.10500, "0.1050")]
    [TestCase(0.00012346, "0.0001235")]
    [TestCase(1278.4, "1278")]
    [TestCase(9999.6, "10\u202F000")]
    [TestCase(12784, "12\u202F780")]
    [TestCase(1234567, "1\u202F235\u202F000")]
    [TestCase(-3.5, "\u22123.500")]
    [TestCase(0, "0")]
    [TestCase(1.5e-9, "1.500e-9")]
    [TestCase(2.5e17, "2.500e17")]
    [TestCase(double.NaN, "not a number")]
    [TestCase(double.NegativeInfinity, "\u2212\u221E")]
    public void Numbers_have_four_significant_digits(double value, string expected) =>
        Assert.That(NumberFormat.Significant(value), Is.EqualTo(expected));

    [TestCase(0.5, "ns", "0.5000\u00A0ns")]
    [TestCase(999.94, "ns", "999.9\u00A0ns")]
    [TestCase(999.96, "ns", "1.000\u00A0µs")]
    [TestCase(48.2e6, "ns", "48.20\u00A0ms")]
    [TestCase(5.822e9, "ns", "5.822\u00A0s")]
    [TestCase(16_384_000_000, "B", "16.38\u00A0GB")]
    [TestCase(24, "B", "24.00\u00A0B")]
    [TestCase(38.123, "Mops/s", "38.12\u00A0Mops/s")]
    [TestCase(0.25, "ms", "250.0\u00A0µs")]
    [TestCase(1500, "us", "1.500\u00A0ms")]
    [TestCase(0.002, "s", "2.000\u00A0ms")]
    [TestCase(2_500_000, "ops/s", "2.500\u00A0Mops/s")]
    [TestCase(2.286, "Gflops", "2.286\u00A0Gflops")]
    public void Values_carry_the_unit_with_the_prefix_that_suits(double value, string unit, string expected) =>
        Assert.That(NumberFormat.Value(value, unit), Is.EqualTo(expected));

    [TestCase(1.104, "+10.4\u00A0%")]
    [TestCase(0.96, "\u22124.0\u00A0%")]
    [TestCase(1.00004, "0.0\u00A0%")]
    [TestCase(3.5, "+250\u00A0%")]
    public void Changes_are_in_percent_with_their_sign(double ratio, string expected) =>
        Assert.That(NumberFormat.Change(ratio), Is.EqualTo(expected));

    [Test]
    public void Ratios_intervals_counts_and_times_have_one_form()
    {
        var estimate = new Estimate(10.214, 10.02, 10.41, 0.95);
        Assert.That(NumberFormat.Speedup(estimate.Value), Is.EqualTo("10.21×"));
        Assert.That(NumberFormat.RatioInterval(estimate), Is.EqualTo("[10.02, 10.41]"));
        Assert.That(NumberFormat.Interval(new Estimate(5e6, 4.9e6, 5.1e6, 0.95), NumberFormat.ScaleFor(5e6, "ns")), Is.EqualTo("[4.900, 5.100]"));
        Assert.That(NumberFormat.Confidence(0.95), Is.EqualTo("95\u00A0%"));
        Assert.That(NumberFormat.Count(-1234567), Is.EqualTo("\u22121\u202F234\u202F567"));
        Assert.That(NumberFormat.Time(new DateTimeOffset(2026, 6, 13, 16, 5, 0, TimeSpan.FromHours(2))), Is.EqualTo("2026-06-13 14:05 UTC"));
    }
}
