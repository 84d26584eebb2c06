# What an index is told to take in and to drop; where it is.
mkdir in
cp "$DATA"/articles/*.txt in
bradsearch index in --index deep/er/index
bradsearch index in --index deep/er/index -j1
printf '\nThe wall was opened on Sunday.\n' >>in/harbour.txt
rm in/library.txt
bradsearch index in --index deep/er/index
echo '<p>Hello.</p>' >in/page.html
ln -s harbour.txt in/link.txt
bradsearch index in --index deep/er/index
rm in/page.html in/link.txt
BRADSEARCH_INDEX=deep/er/index bradsearch '"on sunday"'
BRADSEARCH_INDEX=deep/er/index bradsearch signatures
bradsearch index --remove in/library.txt --index deep/er/index
bradsearch signatures --index deep/er/index
echo "status $?"
bradsearch index --remove nothing-here --index deep/er/index
echo "status $?"
bradsearch index --rebuild in/undated.txt --index deep/er/index
bradsearch count --by article --index deep/er/index
bradsearch index in
ls -d .local/share/bradsearch/index
XDG_DATA_HOME=$PWD/data bradsearch index --input text in
ls -d data/bradsearch/index
