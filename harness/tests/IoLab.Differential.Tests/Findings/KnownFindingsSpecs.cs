using IoLab.Differential.Findings;
using IoLab.Harness;

namespace IoLab.Differential.Tests.Findings;

/// <summary>Findings that are excused for a time.</summary>
public class KnownFindingsSpecs
{
    private static readonly DateOnly Today = new(2026, 5, 1);
    private static readonly Signature Signature = new("evaluation/closure", "Output", "Send map", "v1 map(v2, \"\\n\")");

    [TestCase("evaluation/closure; Output; *", "2026-05-01", true)]
    [TestCase("*map*", "2027-01-01", true)]
    [TestCase("evaluation/closure; Output; Send map; v1 map(v2, \"\\n\")", "2027-01-01", true)]
    [TestCase("evaluation/tree; *", "2027-01-01", false)]
    [TestCase("*map*", "2026-04-30", false)]
    public void An_entry_excuses_what_it_matches_until_its_last_day(string pattern, string expires, bool isExcused)
    {
        var known = new KnownFindings([new KnownFinding { Signature = pattern, Reason = "being mended", Expires = DateOnly.Parse(expires) }]);
        Assert.That(known.Excuse(Signature, Today) is not null, Is.EqualTo(isExcused));
        Assert.That(known.Expired(Today), Has.Count.EqualTo(DateOnly.Parse(expires) < Today ? 1 : 0));
    }

    [TestCase("[{ \"signature\": \"*\", \"expires\": \"2026-01-01\" }]", "reason")]
    [TestCase("[{ \"signature\": \"*\", \"reason\": \" \", \"expires\": \"2026-01-01\" }]", "reason")]
    [TestCase("[{ \"signature\": \"*\", \"reason\": \"x\", \"expires\": \"soon\" }]", "expires")]
    [TestCase("[{ \"signature\": \"*\", \"reason\": \"x\", \"expires\": \"2026-01-01\", \"until\": 1 }]", "until")]
    [TestCase("[{ \"signature\": \"*\", \"reason\": \"x\", \"expires\": \"2026-01-01\" }, { \"signature\": \"*\", \"reason\": \"y\", \"expires\": \"2026-01-01\" }]", "twice")]
    public void A_malformed_list_is_refused_with_what_is_wrong(string json, string expected) =>
        Assert.That(() => KnownFindings.Parse(json, "known-findings.json"), Throws.TypeOf<HarnessException>().With.Message.Contains(expected).And.Message.Contains("known-findings.json"));

    private const string ClassOf = """{ "name": "n", "backend": "io*", "theirs": "a", "others": "b", "reason": "r", "expires": "2026-05-01" }""";

    [Test]
    public void Classes_of_differences_stand_in_the_same_list_until_their_last_day()
    {
        KnownFindings known = KnownFindings.Parse($"[{ClassOf}]", "x");
        Assert.That((known.Entries.Count, known.Names("n"), known.Names("m"), known.On(Today).Entries.Count, known.On(Today.AddDays(1)).Entries.Count), Is.EqualTo((0, true, false, 1, 0)));
        Assert.That(known.Expired(Today.AddDays(1)), Is.EqualTo(new[] { ("n", Today) }));
    }

    [TestCase("\"r\"", "\" \"", "reason")]
    [TestCase("\"a\"", "\"(\"", "n: ")]
    [TestCase("\"others\"", "\"other\"", "other")]
    public void A_malformed_class_is_refused_with_what_is_wrong(string part, string instead, string expected) =>
        Assert.That(() => KnownFindings.Parse($"[{ClassOf.Replace(part, instead, StringComparison.Ordinal)}]", "known-findings.json"), Throws.TypeOf<HarnessException>().With.Message.Contains(expected));

    [Test]
    public void Comments_are_allowed_and_a_missing_file_is_an_empty_list()
    {
        Assert.That(KnownFindings.Parse("// none\n[]", "x").Entries, Is.Empty);
        Assert.That(KnownFindings.Load("/no/such/file.json").Entries, Is.Empty);
    }
}
