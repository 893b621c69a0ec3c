# wants: lines of the log folded away. Travis folds at travis_fold:start:.
start_servers
faces 'travis_fold:start:hidden' 'travis_time:start:1'
