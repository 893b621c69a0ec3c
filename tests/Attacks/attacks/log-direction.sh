# wants: a name that reads as another. Marks of direction turn the letters around, and characters that show nothing part what belongs together.
start_servers
faces $'a\u202egpj.exe' $'pay\u200bpal' $'#\u00ad#vso[task.complete]x'
