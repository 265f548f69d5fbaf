# Normal, Break, Continue, Return and Eol describe themselves.
list(Normal, Break, Continue, Return) foreach(s,
    writeln(s type, " ", s isBreak, " ", s isContinue, " ", s isReturn, " ", s stopLooping)
)
writeln(Eol type)
