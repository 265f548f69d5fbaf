using IoLab.Bytecode;
using NUnit.Framework;

namespace IoLab.Machines.Tests.Bytecode;

/// <summary>What the loop keeps of a site in the code is kept by the site's number: a second number would be one whose cache nobody fills.</summary>
public sealed class SharedSiteTests
{
    [TestCase("self foo(n)", nameof(Opcode.SendWith))]
    [TestCase("self foo(n, m)", nameof(Opcode.SendWithTwo))]
    [TestCase("self foo(n, m, n)", nameof(Opcode.SendWithThree))]
    public void A_call_with_plain_arguments_and_its_general_form_have_one_number(string source, string quick)
    {
        var code = new Pieces().Body(source, "n", "m");
        Assert.That(Pieces.SiteOf(code, Pieces.Find(code, Opcode.Begin)), Is.SameAs(Pieces.SiteOf(code, Pieces.Find(code, Enum.Parse<Opcode>(quick)))));
        Assert.That(code.Sites, Is.Unique);
    }
}
