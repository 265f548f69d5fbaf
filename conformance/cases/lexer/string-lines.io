# Quoted text may span lines; adjacent texts are separate messages.
"first
second" println
"a" "b" println
message("a" "b") code println
"" size println
"it's" println
"# no comment, // none, /* none" println
