# asString takes strftime's directives; without a format the slot of that name says.
d := Date clone fromNumber(951826496)
writeln(d asString("%j %U %W %V %G %g %u %w %e %I %p %y %C"))
writeln(d asString("%D %R %T %r"))
writeln(d asString("%c|%x|%X"))
writeln(d asString("%a %A %b %B %h %d %m %Y %H %M %S %Z %z %F%n%t%%"))
writeln(Date clone fromNumber(0) asString("%j %U %W %V %G %u %w %e %I %p"))
writeln(Date clone fromNumber(1230940800) asString("%j %U %W %V %G %u %w %e %I %p"))
d format := "%Y!"
writeln(d asString, " ", d asString(""), "|")
writeln(Date format)
writeln(Date clone fromNumber(0) asAtomDate, " ", Date clone fromNumber(0) gmtOffset, " ", Date clone fromNumber(0) gmtOffsetSeconds, " ", Date zone)
