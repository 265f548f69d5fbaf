# asMessage compiles text.
"a+b;c" asMessage code println
"1 + 2" asMessage doInContext(Lobby) println
"" asMessage println
"foo(x)" asMessage arguments println
"foo" asMessage label println
