<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>&amp;About Ownhand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Ask about this text …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Clear the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Earlier variant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;First steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Focus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Generate identically</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Later variant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Memory and lore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Normal size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Presets …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Print …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Side panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Variants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Versions …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Who wrote what …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Word goal …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A statement of what was typed, pasted and generated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always the likeliest word, so always the same text. On longer texts it soon goes round in circles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beam 10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin an empty text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bolder words and turns you did not expect, while the sentences still hold together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Broken pipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change &amp;tone …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check &amp;spelling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the face and size of the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chooses each word from the five likeliest: safe and smooth, a little dull. What KerasHub does unless told otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chooses each word from the ten likeliest: a little looser than five.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classic GPT-2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close Ownhand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour the text by how likely the model finds it; click for alternatives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contrastive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Creative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dialogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Directory not empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dots beneath what the model took over word for word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xpand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every other time it passes over the obvious next word, so that clichés fall away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everyday wording: leaves out both the too obvious and the far-fetched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File exists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill the whole screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a &amp;command …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find anything that Ownhand can do, by its name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in all texts of the library&apos;s folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in f&amp;older …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in this text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in this text and put something else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For page after page: remembers every phrase of the text so far and does not write it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the next passage that stands in the texts the model learned from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greedy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide everything but the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invalid argument</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the line that is written in the middle of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lear&amp;n from my writing …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the model give the selection another tone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the model put the selection in fewer words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the model put the selection in other words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the model write on from the caret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the model write several continuations at once, to choose from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the model write the selection out at more length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lets people speak: quick, natural replies, in which names and small words may come again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like the &amp;system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Likely words that do not echo what stands there already: coherent without chance, slower.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lively but sensible prose that keeps its thread and seldom repeats itself. A good place to start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Long-form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at earlier versions of this text and bring one back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make, change, take over and pass on presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark passages copied from &amp;training texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neutral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next copied passa&amp;ge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such device or address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the likelier half of the odds counts: sure-footed where the model is sure, freer where it is not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;folder …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a text file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the &amp;log folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain prose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Poetry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the last continuation aside and write another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Python started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R&amp;eplace …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;horten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;tatistics …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;uggest while I pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;as …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the text to another file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the text to its file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set how many words to write, and see how far it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show a folder of texts in the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show exactly what the model is given, with its length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in grey how the model would go on; Tab takes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the folder of texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the panel at the right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show pro&amp;babilities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the conversation with the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the settings of the writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the variant after this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the variant before this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the variants of this text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the welcome again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what the model is told beside the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stale file handle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stays close to what you wrote: plain words, few surprises. For facts, summaries and instructions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop writing; the text so far stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;ypewriter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Talk with the model about the selection or the whole text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text f&amp;ace …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model exactly as it is, with nothing held back or pushed: every word by its own chance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings most people used with GPT-2: forty words to choose from, nothing else. Dreamy, and it rambles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text you write. Continue lets the model go on from the caret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top-k 10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top-k 5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top-p 0.5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train a model on your own texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transport endpoint is not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Underline words that the dictionary does not know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unexpected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>W&amp;riting settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weighs ten whole lines against each other and gives you the likeliest: careful, short-winded, slower.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the model reads …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to send along with a report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wild images and rare words. Lines may come back as a refrain, word for word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words, characters, reading time, and this session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write se&amp;veral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the generated passage at the caret once more, to the byte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the text as a Word, HTML or PDF file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loaded</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
