using System.Text.RegularExpressions;
using IoLab.Bytecode;
using IoLab.Contract;
using NUnit.Framework;

namespace IoLab.Machines.Tests.Bytecode;

/// <summary>The one table of instructions, and what is made of it.</summary>
public sealed class OpcodeTableTests
{
    [Test]
    public void Every_instruction_tells_what_it_is_with_letters_that_are_explained()
    {
        foreach (var info in Opcodes.Table)
        {
            Assert.That(info.Operands, Has.Length.GreaterThanOrEqualTo(3).And.Matches<string>(text => text.All(Opcodes.Letters.ContainsKey)), info.Code.ToString());
            Assert.That(info.Operands.IndexOf('s'), Is.AnyOf(-1, info.Operands.Length - 1), $"{info.Code}: a site is the last word");
            Assert.That(info.Has(Effect.Calls) && !info.HasSite, Is.False, $"{info.Code}: who calls has a site");
            Assert.That(info.Doc, Does.EndWith("."), info.Code.ToString());
            Assert.That(Opcodes.Table[(int)info.Code], Is.SameAs(info));
        }
    }

    [Test]
    public void The_documentation_has_the_table()
    {
        var filePath = Path.Combine(RootDirPath(), "docs/bytecode.md");
        var text = File.ReadAllText(filePath);
        var pattern = new Regex("(?<=<!-- instructions -->\n).*?(?=<!-- /instructions -->)", RegexOptions.Singleline);
        if (Environment.GetEnvironmentVariable("IOLAB_APPROVE") == "1")
            File.WriteAllText(filePath, pattern.Replace(text, _ => Opcodes.Describe()));
        Assert.That(pattern.Match(File.ReadAllText(filePath)).Value, Is.EqualTo(Opcodes.Describe()));
    }

    [Test]
    public async Task Instructions_are_counted_while_steps_are()
    {
        await using var session = await new BytecodeBackend().StartAsync(SessionOptions.Deterministic with { Debug = new DebugOptions { Instrumented = true } });
        var result = await session.RunAsync(new IoProgram { Source = "100 repeat(nil)", Label = "counted.io" }, RunLimits.Unlimited);
        Assert.That(result.Counters["instructions.RepeatNext"], Is.EqualTo(100));
    }

    private static string RootDirPath()
    {
        var dirPath = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(dirPath, "IoLab.sln")))
            dirPath = Path.GetDirectoryName(dirPath)!;
        return dirPath;
    }
}
