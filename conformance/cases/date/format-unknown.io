# divergence: directives that C does not have stay as they are (the reference drops the rest of the text); %k, %l, %P and a last % work.
writeln(Date clone fromNumber(0) asString("[%q %k %l %P] 100%"))
