# Parts of paths.
list("a/b/c.txt", "abc", "/a", "a/b/", "/", "", "a.tar.gz", "a/b/.c", "a.") foreach(p,
    writeln("[", p, "] [", p lastPathComponent, "] [", p pathComponent, "] [", p pathExtension, "] [", p fileName, "]")
)
"a" asMutable appendPathSeq("b") println
"a/" asMutable appendPathSeq("b") println
"a/" asMutable appendPathSeq("/b") println
"a" asMutable appendPathSeq("/b") println
"" asMutable appendPathSeq("b") println
"a" asMutable appendPathSeq("") println
"a" cloneAppendPath("b") println
