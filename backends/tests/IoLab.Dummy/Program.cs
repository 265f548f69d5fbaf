// The dummy: a program that behaves as its file says, one verb a line, so that tests can see an adapter meet every kind of child.
using IoLab.Dummy;

if (args is ["--version", ..])
{
    Console.WriteLine("dummy 1.2.3");
    return 0;
}

if (args is ["-e", .. var code])
{
    Console.WriteLine("evaluated: " + string.Join(' ', code));
    return 0;
}

if (args.Length == 0)
{
    Console.Error.WriteLine("dummy: no file");
    return 64;
}

string source = File.ReadAllText(args[0]);
foreach (string line in source.Split('\n'))
{
    string[] words = line.Split(' ', 2, StringSplitOptions.TrimEntries);
    if (Verbs.Find(words[0]) is not { } verb) continue;
    if (verb(new Call(words.ElementAtOrDefault(1) ?? "", source, args)) is { } exitCode) return exitCode;
}

return 0;
