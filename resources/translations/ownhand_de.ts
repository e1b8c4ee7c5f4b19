<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source> (at first {perplexity})</source>
        <translation> (anfangs {perplexity})</translation>
    </message>
    <message>
        <source> The model is among your models now.</source>
        <translation> Das Modell steht jetzt bei Ihren Modellen.</translation>
    </message>
    <message>
        <source> and {count} more</source>
        <translation> und {count} weiteren</translation>
    </message>
    <message>
        <source> · {share} % generated</source>
        <translation> · {share} % erzeugt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln characters</source>
        <translation>
            <numerusform>%Ln Zeichen</numerusform>
            <numerusform>%Ln Zeichen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln characters as in {place}</source>
        <translation>
            <numerusform>%Ln Zeichen wie in {place}</numerusform>
            <numerusform>%Ln Zeichen wie in {place}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln characters, left out</source>
        <translation>
            <numerusform>%Ln Zeichen, ausgelassen</numerusform>
            <numerusform>%Ln Zeichen, ausgelassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln passages as in your training texts</source>
        <translation>
            <numerusform>%Ln Stelle wie in Ihren Trainingstexten</numerusform>
            <numerusform>%Ln Stellen wie in Ihren Trainingstexten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln steps</source>
        <translation>
            <numerusform>%Ln Schritt</numerusform>
            <numerusform>%Ln Schritte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln texts</source>
        <translation>
            <numerusform>%Ln Text</numerusform>
            <numerusform>%Ln Texte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln texts nearly</source>
        <translation>
            <numerusform>%Ln Text beinahe</numerusform>
            <numerusform>%Ln Texte beinahe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln texts of fewer than ten words</source>
        <translation>
            <numerusform>%Ln Text mit weniger als zehn Wörtern</numerusform>
            <numerusform>%Ln Texte mit weniger als zehn Wörtern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln texts word for word</source>
        <translation>
            <numerusform>%Ln Text Wort für Wort</numerusform>
            <numerusform>%Ln Texte Wort für Wort</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tokens</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln words</source>
        <translation>
            <numerusform>%Ln Wort</numerusform>
            <numerusform>%Ln Wörter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln words and characters as in {place}</source>
        <translation>
            <numerusform>%Ln Wort wie in {place}</numerusform>
            <numerusform>%Ln Wörter und Zeichen wie in {place}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln words as in {place}</source>
        <translation>
            <numerusform>%Ln Wort wie in {place}</numerusform>
            <numerusform>%Ln Wörter wie in {place}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed from the preset</source>
        <translation>
            <numerusform>%n Wert anders als in der Voreinstellung</numerusform>
            <numerusform>%n Werte anders als in der Voreinstellung</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n characters at the start of the text do not fit.</source>
        <translation>
            <numerusform>%n Zeichen am Anfang des Textes passt nicht hinein.</numerusform>
            <numerusform>%n Zeichen am Anfang des Textes passen nicht hinein.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n continuations of it went with it.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries were deleted. You find them in “Recently deleted”.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries were taken over.</source>
        <translation>
            <numerusform>%n Eintrag wurde übernommen.</numerusform>
            <numerusform>%n Einträge wurden übernommen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines after it</source>
        <translation>
            <numerusform>%n Zeile danach</numerusform>
            <numerusform>%n Zeilen danach</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passages at once</source>
        <translation>
            <numerusform>%n Abschnitt zugleich</numerusform>
            <numerusform>%n Abschnitte zugleich</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n places</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replaced</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tokens</source>
        <translation>
            <numerusform>%n Token</numerusform>
            <numerusform>%n Token</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n told now</source>
        <translation>
            <numerusform>%n jetzt erzählt</numerusform>
            <numerusform>%n jetzt erzählt</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;A beginning to try it with</source>
        <translation>Ein Anfang zum &amp;Ausprobieren</translation>
    </message>
    <message>
        <source>&amp;About Ownhand</source>
        <translation>Ü&amp;ber Ownhand</translation>
    </message>
    <message>
        <source>&amp;Ask about this text …</source>
        <translation>Zu diesem Text fra&amp;gen …</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Chat</source>
        <translation>&amp;Chat</translation>
    </message>
    <message>
        <source>&amp;Clear the list</source>
        <translation>Liste &amp;leeren</translation>
    </message>
    <message>
        <source>&amp;Close this folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>&amp;Weiterschreiben</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Copy all</source>
        <translation>Alles &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Copy text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Earlier trainings</source>
        <translation>&amp;Frühere Trainings</translation>
    </message>
    <message>
        <source>&amp;Earlier variant</source>
        <translation>&amp;Frühere Variante</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Export …</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Find …</source>
        <translation>&amp;Suchen …</translation>
    </message>
    <message>
        <source>&amp;First steps</source>
        <translation>&amp;Erste Schritte</translation>
    </message>
    <message>
        <source>&amp;Focus</source>
        <translation>&amp;Fokus</translation>
    </message>
    <message>
        <source>&amp;Generate identically</source>
        <translation>&amp;Identisch erzeugen</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Later variant</source>
        <translation>&amp;Spätere Variante</translation>
    </message>
    <message>
        <source>&amp;Leave out the selected files</source>
        <translation>Gewählte Dateien aus&amp;lassen</translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <translation>&amp;Bibliothek</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Look at the texts</source>
        <translation>Texte &amp;ansehen</translation>
    </message>
    <message>
        <source>&amp;Make a model from scratch instead</source>
        <translation>Stattdessen ein &amp;neues Modell von Grund auf</translation>
    </message>
    <message>
        <source>&amp;Memory and lore</source>
        <translation>&amp;Gedächtnis und Weltwissen</translation>
    </message>
    <message>
        <source>&amp;Merge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Move to …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name of the new model</source>
        <translation>&amp;Name des neuen Modells</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Neu</translation>
    </message>
    <message>
        <source>&amp;Normal size</source>
        <translation>&amp;Normale Größe</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open settings …</source>
        <translation>Einstellungen &amp;öffnen …</translation>
    </message>
    <message>
        <source>&amp;Open …</source>
        <translation>&amp;Öffnen …</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>&amp;Presets …</source>
        <translation>V&amp;oreinstellungen …</translation>
    </message>
    <message>
        <source>&amp;Print …</source>
        <translation>D&amp;rucken …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Recipe</source>
        <translation>&amp;Rezept</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Remove from the list</source>
        <translation>Aus der &amp;Liste nehmen</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation>&amp;Neuer Versuch</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>&amp;Save settings …</source>
        <translation>Einstellungen &amp;sichern …</translation>
    </message>
    <message>
        <source>&amp;Show in file manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Side panel</source>
        <translation>&amp;Seitenleiste</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>&amp;Take over from a file …</source>
        <translation>Aus einer Datei &amp;übernehmen …</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>&amp;Trainieren</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try it on my text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Use it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Variants</source>
        <translation>&amp;Varianten</translation>
    </message>
    <message>
        <source>&amp;Versions …</source>
        <translation>&amp;Fassungen …</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Who wrote what …</source>
        <translation>&amp;Wer was schrieb …</translation>
    </message>
    <message>
        <source>&amp;Whole text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Word goal …</source>
        <translation>&amp;Wortziel …</translation>
    </message>
    <message>
        <source>&amp;Write</source>
        <translation>&amp;Schreiben</translation>
    </message>
    <message>
        <source>&amp;Write to a file …</source>
        <translation>In eine Datei &amp;schreiben …</translation>
    </message>
    <message>
        <source>(This text is left out.)</source>
        <translation>(Dieser Text wird ausgelassen.)</translation>
    </message>
    <message>
        <source>(empty line)</source>
        <translation>(Leerzeile)</translation>
    </message>
    <message>
        <source>(new line)</source>
        <translation>(neue Zeile)</translation>
    </message>
    <message>
        <source>(space)</source>
        <translation>(Leerzeichen)</translation>
    </message>
    <message>
        <source>(the text ends)</source>
        <translation>(der Text endet)</translation>
    </message>
    <message>
        <source>, as {name}, with the same words in it</source>
        <translation>, als {name}, mit denselben Wörtern darin</translation>
    </message>
    <message>
        <source>, but it has been changed since</source>
        <translation>, aber sie wurde seitdem geändert</translation>
    </message>
    <message>
        <source>, through “{through}”, which it was trained from</source>
        <translation>, durch „{through}“, aus dem es trainiert wurde</translation>
    </message>
    <message>
        <source>A blind test: choose without knowing which model wrote it</source>
        <translation>Ein Blindtest: wählen, ohne zu wissen, welches Modell es schrieb</translation>
    </message>
    <message>
        <source>A choice counts as obvious from this probability on.</source>
        <translation>Ab dieser Wahrscheinlichkeit gilt eine Wahl als naheliegend.</translation>
    </message>
    <message>
        <source>A hint for what comes next</source>
        <translation>Ein Hinweis, was als Nächstes kommt</translation>
    </message>
    <message>
        <source>A miniature model of a folder of reviews, from scratch</source>
        <translation>Ein Miniaturmodell eines Ordners von Rezensionen, von Grund auf</translation>
    </message>
    <message>
        <source>A model is being loaded</source>
        <translation>Ein Modell wird geladen</translation>
    </message>
    <message>
        <source>A new, small model from scratch</source>
        <translation>Ein neues, kleines Modell von Grund auf</translation>
    </message>
    <message>
        <source>A new, small model that knows nothing but your texts; its size is chosen by how much there is of them.</source>
        <translation>Ein neues, kleines Modell, das nur Ihre Texte kennt; seine Größe richtet sich danach, wie viele es sind.</translation>
    </message>
    <message>
        <source>A new, small model will be made that learns this script from your texts.</source>
        <translation>Es entsteht ein neues, kleines Modell, das diese Schrift aus Ihren Texten lernt.</translation>
    </message>
    <message>
        <source>A night (8 hours)</source>
        <translation>Eine Nacht (8 Stunden)</translation>
    </message>
    <message>
        <source>A quarter of an hour</source>
        <translation>Eine Viertelstunde</translation>
    </message>
    <message>
        <source>A repeated phrase is not counted across these marks.</source>
        <translation>Über diese Zeichen hinweg zählt eine Wiederholung nicht.</translation>
    </message>
    <message>
        <source>A sample of what it writes appears here on the way.</source>
        <translation>Hier erscheint unterwegs eine Probe dessen, was es schreibt.</translation>
    </message>
    <message>
        <source>A share of what each block says is left out at random: learns by heart less.</source>
        <translation>Ein zufälliger Teil dessen, was jeder Block sagt, wird ausgelassen: Es lernt weniger auswendig.</translation>
    </message>
    <message>
        <source>A short try (2 minutes)</source>
        <translation>Ein kurzer Versuch (2 Minuten)</translation>
    </message>
    <message>
        <source>A small model of its own that reads and writes single characters: for poems in a script that the model you have does not know.</source>
        <translation>Ein eigenes kleines Modell, das einzelne Zeichen liest und schreibt: für Gedichte in einer Schrift, die Ihr Modell nicht kennt.</translation>
    </message>
    <message>
        <source>A small model of novels, from scratch</source>
        <translation>Ein kleines Modell von Romanen, von Grund auf</translation>
    </message>
    <message>
        <source>A space before each mark; for a vocabulary of whole words.</source>
        <translation>Ein Leerzeichen vor jedem Satzzeichen; für einen Wortschatz aus ganzen Wörtern.</translation>
    </message>
    <message>
        <source>A statement of what was typed, pasted and generated</source>
        <translation>Eine Erklärung darüber, was getippt, eingefügt und erzeugt wurde</translation>
    </message>
    <message>
        <source>A text without a file from {when} was not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A walk through the GPT-2 guide in Chinese: trains every weight on Tang poems and tells tokens per second before and after. Greedy writing shows whether it goes in circles.</source>
        <translation>Ein Gang durch die GPT-2-Anleitung auf Chinesisch: trainiert alle Gewichte mit Tang-Gedichten und nennt Token pro Sekunde davor und danach. Das stets wahrscheinlichste Wort zeigt, ob es sich im Kreis dreht.</translation>
    </message>
    <message>
        <source>A writing assistant that runs wholly on this machine. Free software under the Apache License 2.0, built with Qt (PySide6), Keras and KerasHub.</source>
        <translation>Eine Schreibhilfe, die ganz auf diesem Rechner läuft. Freie Software unter der Apache-Lizenz 2.0, gebaut mit Qt (PySide6), Keras und KerasHub.</translation>
    </message>
    <message>
        <source>About Ownhand</source>
        <translation>Über Ownhand</translation>
    </message>
    <message>
        <source>About how long it learns; turned into a number of steps at the start.</source>
        <translation>Wie lange es ungefähr lernt; zu Beginn wird daraus eine Zahl von Schritten.</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>Adapters beside the model</source>
        <translation>Adapter neben dem Modell</translation>
    </message>
    <message>
        <source>Adapters leave the model as it is and learn beside it: quick, and little is forgotten. Every weight goes further and takes longer. From scratch makes a small model that knows your texts alone.</source>
        <translation>Adapter lassen das Modell, wie es ist, und lernen daneben: schnell, und wenig wird vergessen. Alle Gewichte gehen weiter und brauchen länger. Von Grund auf entsteht ein kleines Modell, das nur Ihre Texte kennt.</translation>
    </message>
    <message>
        <source>Add &amp;folder …</source>
        <translation>&amp;Ordner hinzufügen …</translation>
    </message>
    <message>
        <source>Add a model</source>
        <translation>Modell hinzufügen</translation>
    </message>
    <message>
        <source>Add a model file …</source>
        <translation>Modelldatei hinzufügen …</translation>
    </message>
    <message>
        <source>Add a model folder …</source>
        <translation>Modellordner hinzufügen …</translation>
    </message>
    <message>
        <source>Add f&amp;iles …</source>
        <translation>&amp;Dateien hinzufügen …</translation>
    </message>
    <message>
        <source>Add “{word}” to my words</source>
        <translation>„{word}“ zu meinen Wörtern nehmen</translation>
    </message>
    <message>
        <source>Added under the root of a norm</source>
        <translation>Zusatz unter der Wurzel einer Norm</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>After cleaning</source>
        <translation>Nach der Bereinigung</translation>
    </message>
    <message>
        <source>After so many looks at pages it never saw without a new best.</source>
        <translation>Nach so vielen Blicken auf ungesehene Seiten ohne neuen Bestwert.</translation>
    </message>
    <message>
        <source>After {step} of {steps} steps your texts surprise the model by {now} nats per token, at the beginning by {first} (loss).</source>
        <translation>Nach {step} von {steps} Schritten überraschen Ihre Texte das Modell um {now} Nat pro Token, anfangs um {first} (Loss).</translation>
    </message>
    <message>
        <source>After “{words}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Again after each change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All branches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All continuations of this text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>All in small letters</source>
        <translation>Alles in Kleinbuchstaben</translation>
    </message>
    <message>
        <source>All settings off: the model as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All texts stay</source>
        <translation>Alle Texte bleiben</translation>
    </message>
    <message>
        <source>Always the likeliest</source>
        <translation>Immer das Wahrscheinlichste</translation>
    </message>
    <message>
        <source>Always the likeliest word, so always the same text. On longer texts it soon goes round in circles.</source>
        <translation>Immer das wahrscheinlichste Wort, also immer derselbe Text. Bei längeren Texten dreht er sich bald im Kreis.</translation>
    </message>
    <message>
        <source>An hour</source>
        <translation>Eine Stunde</translation>
    </message>
    <message>
        <source>As R1, with blocks computed in half precision: quicker and smaller on a graphics card, slower on a processor without one.</source>
        <translation>Wie R1, aber die Blöcke rechnen mit halber Genauigkeit: schneller und sparsamer auf einer Grafikkarte, langsamer auf einem Prozessor ohne eine.</translation>
    </message>
    <message>
        <source>As many passages more in a step, without more memory.</source>
        <translation>So viele Abschnitte mehr in einem Schritt, ohne mehr Speicher.</translation>
    </message>
    <message>
        <source>Author&apos;s note</source>
        <translation>Notiz des Autors</translation>
    </message>
    <message>
        <source>Avoid the obvious</source>
        <translation>Naheliegendes meiden</translation>
    </message>
    <message>
        <source>Back to &amp;neutral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the preset</source>
        <translation>Zurück zur Voreinstellung</translation>
    </message>
    <message>
        <source>Back to the preset&apos;s value</source>
        <translation>Zurück zum Wert der Voreinstellung</translation>
    </message>
    <message>
        <source>Back to the report</source>
        <translation>Zurück zum Bericht</translation>
    </message>
    <message>
        <source>Back to the texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Ausgewogen</translation>
    </message>
    <message>
        <source>Beam 10</source>
        <translation>Beam 10</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Before any training</source>
        <translation>Vor jedem Training</translation>
    </message>
    <message>
        <source>Before cleaning</source>
        <translation>Vor der Bereinigung</translation>
    </message>
    <message>
        <source>Begin an empty text</source>
        <translation>Einen leeren Text beginnen</translation>
    </message>
    <message>
        <source>Beginning</source>
        <translation>Es beginnt</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Beside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blind test</source>
        <translation>Blindtest</translation>
    </message>
    <message>
        <source>Bolder words and turns you did not expect, while the sentences still hold together.</source>
        <translation>Kühnere Wörter und Wendungen, die Sie nicht erwartet haben, in Sätzen, die noch zusammenhalten.</translation>
    </message>
    <message>
        <source>Both versions are put together on the page, not saved yet. Undo brings yours back; both are among the versions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both, yours first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Broken off</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Broken pipe</source>
        <translation>Die Verbindung ist abgerissen</translation>
    </message>
    <message>
        <source>By guessing, a result at least this uneven comes {often} (p = {p_value})</source>
        <translation>Durch Raten kommt ein mindestens so einseitiges Ergebnis {often} vor (p = {p_value})</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Sch&amp;ließen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel: {concern}</source>
        <translation>Abbrechen: {concern}</translation>
    </message>
    <message>
        <source>Change &amp;tone …</source>
        <translation>&amp;Ton ändern …</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Characters without spaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check &amp;spelling</source>
        <translation>Rechtschreibun&amp;g prüfen</translation>
    </message>
    <message>
        <source>Chinese poems, with speed before and after</source>
        <translation>Chinesische Gedichte, mit Tempo davor und danach</translation>
    </message>
    <message>
        <source>Choose a file …</source>
        <translation>Datei wählen …</translation>
    </message>
    <message>
        <source>Choose the face and size of the text</source>
        <translation>Schriftart und Größe des Textes wählen</translation>
    </message>
    <message>
        <source>Choose the folders with texts you wrote: stories, letters, notes, posts. Ownhand reads them on this machine and learns how you write. Nothing is written into your folders, and nothing leaves this machine.</source>
        <translation>Wählen Sie die Ordner mit Texten, die Sie geschrieben haben: Geschichten, Briefe, Notizen, Beiträge. Ownhand liest sie auf diesem Rechner und lernt, wie Sie schreiben. In Ihre Ordner wird nichts geschrieben, und nichts verlässt diesen Rechner.</translation>
    </message>
    <message>
        <source>Choose, add or remove a model</source>
        <translation>Modell wählen, hinzufügen oder entfernen</translation>
    </message>
    <message>
        <source>Chooses each word from the five likeliest: safe and smooth, a little dull. What KerasHub does unless told otherwise.</source>
        <translation>Wählt jedes Wort aus den fünf wahrscheinlichsten: sicher und glatt, ein wenig fade. Das tut KerasHub, wenn man nichts anderes sagt.</translation>
    </message>
    <message>
        <source>Chooses each word from the ten likeliest: a little looser than five.</source>
        <translation>Wählt jedes Wort aus den zehn wahrscheinlichsten: etwas lockerer als bei fünf.</translation>
    </message>
    <message>
        <source>Classic GPT-2</source>
        <translation>Klassisches GPT-2</translation>
    </message>
    <message>
        <source>Cleaning</source>
        <translation>Bereinigung</translation>
    </message>
    <message>
        <source>Cleaning of the texts</source>
        <translation>Bereinigung der Texte</translation>
    </message>
    <message>
        <source>Click a word, or Ctrl+Space, for others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close Ownhand</source>
        <translation>Ownhand schließen</translation>
    </message>
    <message>
        <source>Close the welcome</source>
        <translation>Begrüßung schließen</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Colour the text by how likely the model finds it; click for alternatives</source>
        <translation>Den Text danach färben, wie wahrscheinlich das Modell ihn findet; ein Klick zeigt Alternativen</translation>
    </message>
    <message>
        <source>Commands that fit</source>
        <translation>Passende Befehle</translation>
    </message>
    <message>
        <source>Compare whole lines</source>
        <translation>Ganze Zeilen vergleichen</translation>
    </message>
    <message>
        <source>Comparing with the present text …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiterschreiben</translation>
    </message>
    <message>
        <source>Continue from here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Kontrast</translation>
    </message>
    <message>
        <source>Contrastive</source>
        <translation>Kontrastiv</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <source>Creative</source>
        <translation>Kreativ</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Ausschneiden</translation>
    </message>
    <message>
        <source>Cut licences and repeated lines</source>
        <translation>Lizenzen und wiederholte Zeilen herausschneiden</translation>
    </message>
    <message>
        <source>Cuts steps that would go too far; 0 lets them.</source>
        <translation>Kürzt Schritte, die zu weit gingen; 0 lässt sie zu.</translation>
    </message>
    <message>
        <source>D&amp;uplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DRY allowed length</source>
        <translation>DRY: erlaubte Länge</translation>
    </message>
    <message>
        <source>DRY base</source>
        <translation>DRY: Basis</translation>
    </message>
    <message>
        <source>DRY multiplier</source>
        <translation>DRY: Faktor</translation>
    </message>
    <message>
        <source>DRY sequence breakers</source>
        <translation>DRY: Trennzeichen</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n entries for good?</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete for good …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the entry</source>
        <translation>Eintrag löschen</translation>
    </message>
    <message>
        <source>Delete the preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the variant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete what is old …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete “{name}” for good?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation>Das Gerät ist beschäftigt</translation>
    </message>
    <message>
        <source>Dialogue</source>
        <translation>Dialog</translation>
    </message>
    <message>
        <source>Directory not empty</source>
        <translation>Der Ordner ist nicht leer</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>Das Kontingent auf der Platte ist ausgeschöpft</translation>
    </message>
    <message>
        <source>Do not repeat phrases</source>
        <translation>Wendungen nicht wiederholen</translation>
    </message>
    <message>
        <source>Don&apos;t save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dots beneath what the model took over word for word</source>
        <translation>Punkte unter dem, was das Modell Wort für Wort übernommen hat</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Download</translation>
    </message>
    <message>
        <source>Downloads {size}; licence {licence}</source>
        <translation>Lädt {size} herunter; Lizenz {licence}</translation>
    </message>
    <message>
        <source>Draw by chance</source>
        <translation>Durch Zufall ziehen</translation>
    </message>
    <message>
        <source>Drop a file here, or choose one, to find out which of your models learnt from it.</source>
        <translation>Legen Sie eine Datei hier ab oder wählen Sie eine, um zu erfahren, welche Ihrer Modelle aus ihr gelernt haben.</translation>
    </message>
    <message>
        <source>Drop my changes in the panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop the unlikely</source>
        <translation>Unwahrscheinliches weglassen</translation>
    </message>
    <message>
        <source>Drops tokens less likely than this share of the likeliest one; 0 is off.</source>
        <translation>Lässt Token weg, die weniger wahrscheinlich sind als dieser Anteil des wahrscheinlichsten; 0 ist aus.</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>Niederländisch</translation>
    </message>
    <message>
        <source>E&amp;xpand</source>
        <translation>Aus&amp;bauen</translation>
    </message>
    <message>
        <source>Each look takes time.</source>
        <translation>Jeder Blick kostet Zeit.</translation>
    </message>
    <message>
        <source>Each paragraph is a text</source>
        <translation>Jeder Absatz ist ein Text</translation>
    </message>
    <message>
        <source>Each takes room on the disk.</source>
        <translation>Jeder braucht Platz auf der Platte.</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>Else from the end.</source>
        <translation>Sonst vom Ende.</translation>
    </message>
    <message>
        <source>Emma, Miss Woodhouse</source>
        <translation>Emma, Fräulein Woodhouse</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Kodierung</translation>
    </message>
    <message>
        <source>End the training now and keep the model as it is</source>
        <translation>Das Training jetzt beenden und das Modell behalten, wie es ist</translation>
    </message>
    <message>
        <source>Ends early when nothing gets better</source>
        <translation>Hört früher auf, wenn nichts besser wird</translation>
    </message>
    <message>
        <source>Ends the text just before any of these.</source>
        <translation>Beendet den Text kurz vor einem von diesen.</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Englisch</translation>
    </message>
    <message>
        <source>Enough</source>
        <translation>Genug</translation>
    </message>
    <message>
        <source>Enter puts the selected variant into the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entries in the vocabulary</source>
        <translation>Einträge im Wortschatz</translation>
    </message>
    <message>
        <source>Every other time it passes over the obvious next word, so that clichés fall away.</source>
        <translation>Jedes zweite Mal übergeht es das naheliegende nächste Wort, damit Floskeln wegfallen.</translation>
    </message>
    <message>
        <source>Every weight of the model</source>
        <translation>Alle Gewichte des Modells</translation>
    </message>
    <message>
        <source>Everyday wording: leaves out both the too obvious and the far-fetched.</source>
        <translation>Alltägliche Worte: lässt das allzu Naheliegende wie das Weithergeholte weg.</translation>
    </message>
    <message>
        <source>Export the text</source>
        <translation>Text exportieren</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>V&amp;ollbild</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>Die Datei gibt es schon</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>Der Dateiname ist zu lang</translation>
    </message>
    <message>
        <source>File too large</source>
        <translation>Die Datei ist zu groß</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Files that were not read</source>
        <translation>Dateien, die nicht gelesen wurden</translation>
    </message>
    <message>
        <source>Files that were read</source>
        <translation>Dateien, die gelesen wurden</translation>
    </message>
    <message>
        <source>Files · {count}</source>
        <translation>Dateien · {count}</translation>
    </message>
    <message>
        <source>Fill the whole screen</source>
        <translation>Den ganzen Bildschirm ausfüllen</translation>
    </message>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a &amp;command …</source>
        <translation>Be&amp;fehl suchen …</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Befehl suchen</translation>
    </message>
    <message>
        <source>Find a pattern (regular expression)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find anything that Ownhand can do, by its name</source>
        <translation>Alles, was Ownhand kann, nach seinem Namen finden</translation>
    </message>
    <message>
        <source>Find in all texts of the library&apos;s folder</source>
        <translation>In allen Texten des Bibliotheksordners suchen</translation>
    </message>
    <message>
        <source>Find in f&amp;older …</source>
        <translation>Im &amp;Ordner suchen …</translation>
    </message>
    <message>
        <source>Find in this folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in this text</source>
        <translation>In diesem Text suchen</translation>
    </message>
    <message>
        <source>Find in this text and put something else</source>
        <translation>In diesem Text suchen und etwas anderes einsetzen</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finer settings</source>
        <translation>Feinere Einstellungen</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Folders and files to learn from</source>
        <translation>Ordner und Dateien, aus denen gelernt wird</translation>
    </message>
    <message>
        <source>For a machine without a network: a .gguf file or the wheel</source>
        <translation>Für einen Rechner ohne Netz: eine .gguf-Datei oder das Wheel</translation>
    </message>
    <message>
        <source>For example in {name}:</source>
        <translation>Zum Beispiel in {name}:</translation>
    </message>
    <message>
        <source>For page after page: remembers every phrase of the text so far and does not write it again.</source>
        <translation>Für Seite um Seite: merkt sich jede Wendung des bisherigen Textes und schreibt sie nicht noch einmal.</translation>
    </message>
    <message>
        <source>For texts from the web.</source>
        <translation>Für Texte aus dem Web.</translation>
    </message>
    <message>
        <source>For texts whose paragraphs have little to do with one another.</source>
        <translation>Für Texte, deren Absätze wenig miteinander zu tun haben.</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Frei</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Französisch</translation>
    </message>
    <message>
        <source>From here a run that breaks off can go on</source>
        <translation>Von hier kann ein abgebrochenes Training weitergehen</translation>
    </message>
    <message>
        <source>From nothing</source>
        <translation>Aus dem Nichts</translation>
    </message>
    <message>
        <source>GPT (norm first, shared vocabulary)</source>
        <translation>GPT (Norm zuerst, gemeinsamer Wortschatz)</translation>
    </message>
    <message>
        <source>General English</source>
        <translation>Allgemeines Englisch</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>Get the starter model</source>
        <translation>Einstiegsmodell holen</translation>
    </message>
    <message>
        <source>Getting ready</source>
        <translation>Wird vorbereitet</translation>
    </message>
    <message>
        <source>Give the new model a name first.</source>
        <translation>Geben Sie dem neuen Modell zuerst einen Namen.</translation>
    </message>
    <message>
        <source>Go on with more …</source>
        <translation>Mit mehr weitermachen …</translation>
    </message>
    <message>
        <source>Go to the next passage that stands in the texts the model learned from</source>
        <translation>Zur nächsten Stelle gehen, die in den Lerntexten des Modells steht</translation>
    </message>
    <message>
        <source>Go to the next place found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the next word that the dictionary does not know</source>
        <translation>Zum nächsten Wort gehen, das das Wörterbuch nicht kennt</translation>
    </message>
    <message>
        <source>Go to the place found before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greedy</source>
        <translation>Gierig</translation>
    </message>
    <message>
        <source>HTML breaks</source>
        <translation>HTML-Umbrüche</translation>
    </message>
    <message>
        <source>Half precision is quicker on a graphics card, and slower on most processors.</source>
        <translation>Halbe Genauigkeit ist auf einer Grafikkarte schneller und auf den meisten Prozessoren langsamer.</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>Köpfe</translation>
    </message>
    <message>
        <source>Held-out perplexity {perplexity}{before}</source>
        <translation>Perplexität auf ungesehenen Seiten {perplexity}{before}</translation>
    </message>
    <message>
        <source>Hide everything but the page</source>
        <translation>Alles außer der Seite verbergen</translation>
    </message>
    <message>
        <source>Hide the probabilities</source>
        <translation>Wahrscheinlichkeiten verbergen</translation>
    </message>
    <message>
        <source>High &amp;contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Higher takes more surprising words, lower the safest ones.</source>
        <translation>Höher nimmt überraschendere Wörter, niedriger die sichersten.</translation>
    </message>
    <message>
        <source>How far back it looks</source>
        <translation>Wie weit es zurückschaut</translation>
    </message>
    <message>
        <source>How far back it reads</source>
        <translation>Wie weit es zurückliest</translation>
    </message>
    <message>
        <source>How far each step goes. Too much and it forgets how to write, too little and it learns nothing.</source>
        <translation>Wie weit jeder Schritt geht. Bei zu viel vergisst es das Schreiben, bei zu wenig lernt es nichts.</translation>
    </message>
    <message>
        <source>How far the training is</source>
        <translation>Wie weit das Training ist</translation>
    </message>
    <message>
        <source>How far the word goal is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How fast the model writes</source>
        <translation>Wie schnell das Modell schreibt</translation>
    </message>
    <message>
        <source>How it learns</source>
        <translation>Wie es lernt</translation>
    </message>
    <message>
        <source>How its blocks are built.</source>
        <translation>Wie seine Blöcke gebaut sind.</translation>
    </message>
    <message>
        <source>How likely the model finds each word</source>
        <translation>Wie wahrscheinlich das Modell jedes Wort findet</translation>
    </message>
    <message>
        <source>How loudly the adapters speak beside the model.</source>
        <translation>Wie laut die Adapter neben dem Modell sprechen.</translation>
    </message>
    <message>
        <source>How m&amp;uch</source>
        <translation>Wie &amp;viel</translation>
    </message>
    <message>
        <source>How many lines the search keeps side by side.</source>
        <translation>Wie viele Zeilen die Suche nebeneinander behält.</translation>
    </message>
    <message>
        <source>How many tokens back repeats are counted; 0 is the whole context.</source>
        <translation>Wie viele Token zurück Wiederholungen zählen; 0 ist der ganze Kontext.</translation>
    </message>
    <message>
        <source>How many words it would have chosen itself</source>
        <translation>Wie viele Wörter es selbst gewählt hätte</translation>
    </message>
    <message>
        <source>How much is written at most before it stops by itself; a token is about three quarters of a word.</source>
        <translation>Wie viel höchstens geschrieben wird, bevor es von selbst anhält; ein Token ist etwa drei Viertel eines Wortes.</translation>
    </message>
    <message>
        <source>How much it learns</source>
        <translation>Wie viel es lernt</translation>
    </message>
    <message>
        <source>How much of the text the model is shown, its own continuation included; the model&apos;s limit holds too.</source>
        <translation>Wie viel vom Text dem Modell gezeigt wird, seine eigene Fortsetzung mitgezählt; die Grenze des Modells gilt auch.</translation>
    </message>
    <message>
        <source>How much of the text the model sees, in tokens</source>
        <translation>Wie viel vom Text das Modell sieht, in Token</translation>
    </message>
    <message>
        <source>How much stands on the page</source>
        <translation>Wie viel auf der Seite steht</translation>
    </message>
    <message>
        <source>How much stronger it gets with each further token of the phrase.</source>
        <translation>Wie viel stärker es mit jedem weiteren Token der Wendung wird.</translation>
    </message>
    <message>
        <source>How often the most obvious choices are skipped; 0 is never.</source>
        <translation>Wie oft das Naheliegendste übersprungen wird; 0 ist nie.</translation>
    </message>
    <message>
        <source>How strongly a word too like the text before it is avoided.</source>
        <translation>Wie stark ein Wort gemieden wird, das dem Text davor zu ähnlich ist.</translation>
    </message>
    <message>
        <source>How strongly the continuation of a phrase already written is discouraged; 0 is off.</source>
        <translation>Wie stark davon abgehalten wird, eine schon geschriebene Wendung fortzusetzen; 0 ist aus.</translation>
    </message>
    <message>
        <source>How the context is divided</source>
        <translation>Wie der Kontext aufgeteilt ist</translation>
    </message>
    <message>
        <source>How the learning rate falls until the end.</source>
        <translation>Wie die Lernrate bis zum Ende fällt.</translation>
    </message>
    <message>
        <source>How the next word is picked from what the model thinks likely.</source>
        <translation>Wie das nächste Wort aus dem gewählt wird, was das Modell für wahrscheinlich hält.</translation>
    </message>
    <message>
        <source>How well it foretells pages that it does not learn from</source>
        <translation>Wie gut es Seiten vorhersagt, aus denen es nicht lernt</translation>
    </message>
    <message>
        <source>If set, this decides instead of minutes and times through the texts.</source>
        <translation>Wenn gesetzt, entscheidet dies statt der Minuten und Durchgänge.</translation>
    </message>
    <message>
        <source>If set, this decides instead of the minutes.</source>
        <translation>Wenn gesetzt, entscheidet dies statt der Minuten.</translation>
    </message>
    <message>
        <source>If the machine stops, no more than this is lost.</source>
        <translation>Wenn der Rechner ausfällt, geht nicht mehr als das verloren.</translation>
    </message>
    <message>
        <source>In how many ways it looks back.</source>
        <translation>Auf wie viele Arten es zurückschaut.</translation>
    </message>
    <message>
        <source>In tokens, about three quarters of a word each.</source>
        <translation>In Token, je etwa drei Viertel eines Wortes.</translation>
    </message>
    <message>
        <source>In tokens, about three quarters of a word each. Longer ones teach longer arcs and take more memory.</source>
        <translation>In Token, je etwa drei Viertel eines Wortes. Längere lehren längere Bögen und brauchen mehr Speicher.</translation>
    </message>
    <message>
        <source>In use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>Ein- oder Ausgabefehler</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>Anweisungen</translation>
    </message>
    <message>
        <source>Invalid argument</source>
        <translation>Das geht so nicht</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>Es ist ein Ordner</translation>
    </message>
    <message>
        <source>It ends: “{ending}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes on.</source>
        <translation>Es geht weiter.</translation>
    </message>
    <message>
        <source>It is being counted …</source>
        <translation>Es wird gezählt …</translation>
    </message>
    <message>
        <source>It is deleted from this machine and frees {size}. Your texts stay as they are. To use it again you add it again.</source>
        <translation>Es wird von diesem Rechner gelöscht und gibt {size} frei. Ihre Texte bleiben, wie sie sind. Um es wieder zu benutzen, fügen Sie es wieder hinzu.</translation>
    </message>
    <message>
        <source>It is kept until you delete it for good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It learns for {time}: {steps}, {texts}, with {memory} of memory.</source>
        <translation>Es lernt {time}: {steps}, {texts}, mit {memory} Speicher.</translation>
    </message>
    <message>
        <source>It pauses after the step it is at.</source>
        <translation>Es macht nach dem laufenden Schritt Pause.</translation>
    </message>
    <message>
        <source>It stops after the step it is at, and the model is kept.</source>
        <translation>Es hält nach dem laufenden Schritt an, und das Modell bleibt.</translation>
    </message>
    <message>
        <source>It writes {after}; before the training {before}.</source>
        <translation>Es schreibt {after}; vor dem Training {before}.</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>Italienisch</translation>
    </message>
    <message>
        <source>Its curve, its safe points and its report are deleted. {kept} Your texts are not touched.</source>
        <translation>Seine Kurve, seine Sicherungspunkte und sein Bericht werden gelöscht. {kept} Ihre Texte werden nicht angerührt.</translation>
    </message>
    <message>
        <source>Its name there, when the wrong one is taken; counts when the folders are read again.</source>
        <translation>Sein Name dort, wenn der falsche genommen wird; gilt, wenn die Ordner wieder gelesen werden.</translation>
    </message>
    <message>
        <source>Its vocabulary</source>
        <translation>Sein Wortschatz</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the line that is written in the middle of the window</source>
        <translation>Die Zeile, an der geschrieben wird, in der Mitte des Fensters halten</translation>
    </message>
    <message>
        <source>Keeps single weights from growing large.</source>
        <translation>Verhindert, dass einzelne Gewichte groß werden.</translation>
    </message>
    <message>
        <source>Keeps the arithmetic safe.</source>
        <translation>Hält die Rechnung sicher.</translation>
    </message>
    <message>
        <source>Keeps the likeliest tokens up to this share of the probability; 1 is no limit.</source>
        <translation>Behält die wahrscheinlichsten Token bis zu diesem Anteil der Wahrscheinlichkeit; 1 ist ohne Grenze.</translation>
    </message>
    <message>
        <source>Keeps tokens about as surprising as the model expects; 1 is off.</source>
        <translation>Behält Token, die etwa so überraschend sind, wie das Modell erwartet; 1 ist aus.</translation>
    </message>
    <message>
        <source>Kept aside to judge by</source>
        <translation>Zum Beurteilen zurückbehalten</translation>
    </message>
    <message>
        <source>Kept for the continuation</source>
        <translation>Für die Fortsetzung freigehalten</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>Stichwörter</translation>
    </message>
    <message>
        <source>Keywords are looked for in so many lines</source>
        <translation>Stichwörter werden in so vielen Zeilen gesucht</translation>
    </message>
    <message>
        <source>Kind of model</source>
        <translation>Art des Modells</translation>
    </message>
    <message>
        <source>Known by heart</source>
        <translation>Auswendig gewusst</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>S&amp;prache</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Sprachen</translation>
    </message>
    <message>
        <source>Last safe point {when}</source>
        <translation>Letzter Sicherungspunkt {when}</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Lear&amp;n from my writing …</source>
        <translation>Von m&amp;einen Texten lernen …</translation>
    </message>
    <message>
        <source>Learn from my writing</source>
        <translation>Von meinen Texten lernen</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Lernen</translation>
    </message>
    <message>
        <source>Learning curve</source>
        <translation>Lernkurve</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Leave out drafts of the same text</source>
        <translation>Entwürfe desselben Textes auslassen</translation>
    </message>
    <message>
        <source>Leave out texts that repeat another</source>
        <translation>Texte auslassen, die einen anderen wiederholen</translation>
    </message>
    <message>
        <source>Left out while learning</source>
        <translation>Beim Lernen ausgelassen</translation>
    </message>
    <message numerus="yes">
        <source>Left out: %n</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Legal notices, and lines that come back in many files.</source>
        <translation>Rechtliche Hinweise und Zeilen, die in vielen Dateien wiederkehren.</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Length of a passage</source>
        <translation>Länge eines Abschnitts</translation>
    </message>
    <message>
        <source>Length of a sample</source>
        <translation>Länge einer Probe</translation>
    </message>
    <message>
        <source>Less memory, more time, the same result.</source>
        <translation>Weniger Speicher, mehr Zeit, dasselbe Ergebnis.</translation>
    </message>
    <message>
        <source>Let the model give the selection another tone</source>
        <translation>Das Modell der Auswahl einen anderen Ton geben lassen</translation>
    </message>
    <message>
        <source>Let the model put the selection in fewer words</source>
        <translation>Das Modell die Auswahl mit weniger Worten sagen lassen</translation>
    </message>
    <message>
        <source>Let the model put the selection in other words</source>
        <translation>Das Modell die Auswahl mit anderen Worten sagen lassen</translation>
    </message>
    <message>
        <source>Let the model write on from the caret</source>
        <translation>Das Modell ab der Schreibmarke weiterschreiben lassen</translation>
    </message>
    <message>
        <source>Let the model write several continuations at once, to choose from</source>
        <translation>Das Modell mehrere Fortsetzungen zugleich schreiben lassen, zur Auswahl</translation>
    </message>
    <message>
        <source>Let the model write the selection out at more length</source>
        <translation>Das Modell die Auswahl ausführlicher schreiben lassen</translation>
    </message>
    <message>
        <source>Lets people speak: quick, natural replies, in which names and small words may come again.</source>
        <translation>Lässt Menschen sprechen: rasche, natürliche Antworten, in denen Namen und kleine Wörter wiederkommen dürfen.</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Licences, repeated lines</source>
        <translation>Lizenzen, wiederholte Zeilen</translation>
    </message>
    <message>
        <source>Like the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>Liked and disliked words</source>
        <translation>Beliebte und unbeliebte Wörter</translation>
    </message>
    <message>
        <source>Likely</source>
        <translation>Wahrscheinlich</translation>
    </message>
    <message>
        <source>Likely share</source>
        <translation>Wahrscheinlicher Anteil</translation>
    </message>
    <message>
        <source>Likely words that do not echo what stands there already: coherent without chance, slower.</source>
        <translation>Wahrscheinliche Wörter, die nicht nachhallen, was schon dasteht: zusammenhängend ohne Zufall, langsamer.</translation>
    </message>
    <message>
        <source>Likely, but not alike</source>
        <translation>Wahrscheinlich, aber nicht ähnlich</translation>
    </message>
    <message>
        <source>Line {line}: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines after the note</source>
        <translation>Zeilen nach der Notiz</translation>
    </message>
    <message>
        <source>Lines compared</source>
        <translation>Verglichene Zeilen</translation>
    </message>
    <message>
        <source>Lines in which keywords are looked for</source>
        <translation>Zeilen, in denen Stichwörter gesucht werden</translation>
    </message>
    <message>
        <source>Lively but sensible prose that keeps its thread and seldom repeats itself. A good place to start.</source>
        <translation>Lebendige, aber vernünftige Prosa, die den Faden hält und sich selten wiederholt. Ein guter Anfang.</translation>
    </message>
    <message>
        <source>LoRA alpha; multiplied by alpha / rank</source>
        <translation>LoRA-Alpha; multipliziert mit Alpha / Rang</translation>
    </message>
    <message>
        <source>LoRA rank</source>
        <translation>LoRA-Rang</translation>
    </message>
    <message>
        <source>LoRA targets</source>
        <translation>LoRA-Ziele</translation>
    </message>
    <message>
        <source>Load a model to try a preset out on your text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load the other version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading {title}</source>
        <translation>{title} wird geladen</translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation>Wird geladen …</translation>
    </message>
    <message>
        <source>Long-form</source>
        <translation>Langform</translation>
    </message>
    <message>
        <source>Longest step</source>
        <translation>Längster Schritt</translation>
    </message>
    <message>
        <source>Look at earlier versions of this text and bring one back</source>
        <translation>Frühere Fassungen dieses Textes ansehen und eine zurückholen</translation>
    </message>
    <message>
        <source>Looking for what was meant …</source>
        <translation>Es wird gesucht, was gemeint war …</translation>
    </message>
    <message>
        <source>Looking for {name} …</source>
        <translation>{name} wird gesucht …</translation>
    </message>
    <message>
        <source>Looking through the folders</source>
        <translation>Die Ordner werden durchgesehen</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lore</source>
        <translation>Weltwissen</translation>
    </message>
    <message>
        <source>Lore (*.json)</source>
        <translation>Weltwissen (*.json)</translation>
    </message>
    <message>
        <source>Main memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Make, change, take over and pass on presets</source>
        <translation>Voreinstellungen anlegen, ändern, übernehmen und weitergeben</translation>
    </message>
    <message>
        <source>Makes a vocabulary of 5,000 word pieces from your texts, in small letters, and trains a small GPT (256 wide, 3 heads, 2 layers) on paragraphs of 512 characters or more; samples with five samplers after every epoch.</source>
        <translation>Macht aus Ihren Texten einen Wortschatz von 5.000 Wortstücken in Kleinbuchstaben und trainiert ein kleines GPT (256 breit, 3 Köpfe, 2 Schichten) mit Absätzen ab 512 Zeichen; nach jedem Durchgang Proben mit fünf Arten der Wahl.</translation>
    </message>
    <message>
        <source>Makes a word less likely each time it comes; 0 is off.</source>
        <translation>Macht ein Wort jedes Mal, wenn es kommt, weniger wahrscheinlich; 0 ist aus.</translation>
    </message>
    <message>
        <source>Makes any word already used less likely, however often it came; 0 is off.</source>
        <translation>Macht jedes schon benutzte Wort weniger wahrscheinlich, wie oft es auch kam; 0 ist aus.</translation>
    </message>
    <message>
        <source>Makes single words likelier (above 0) or rarer (below 0).</source>
        <translation>Macht einzelne Wörter wahrscheinlicher (über 0) oder seltener (unter 0).</translation>
    </message>
    <message>
        <source>Makes words that stand nearby less likely; 1 is off.</source>
        <translation>Macht Wörter, die in der Nähe stehen, weniger wahrscheinlich; 1 ist aus.</translation>
    </message>
    <message>
        <source>Mark passages copied from &amp;training texts</source>
        <translation>Aus &amp;Trainingstexten übernommene Stellen markieren</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Gedächtnis</translation>
    </message>
    <message>
        <source>Memory and lore</source>
        <translation>Gedächtnis und Weltwissen</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>Minutes between safe points</source>
        <translation>Minuten zwischen Sicherungspunkten</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Model: {title}</source>
        <translation>Modell: {title}</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Models (*.gguf *.whl)</source>
        <translation>Modelle (*.gguf *.whl)</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More about this folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More can hold more of your style, and learns by heart sooner.</source>
        <translation>Mehr kann mehr von Ihrem Stil fassen und lernt früher auswendig.</translation>
    </message>
    <message>
        <source>More can learn more and take longer.</source>
        <translation>Mehr können mehr lernen und brauchen länger.</translation>
    </message>
    <message>
        <source>More for much text.</source>
        <translation>Mehr für viel Text.</translation>
    </message>
    <message>
        <source>More is quicker on a big machine and takes more memory.</source>
        <translation>Mehr ist auf einem großen Rechner schneller und braucht mehr Speicher.</translation>
    </message>
    <message>
        <source>More: take over lore, pass it on</source>
        <translation>Mehr: Weltwissen übernehmen und weitergeben</translation>
    </message>
    <message>
        <source>More: take presets over, pass them on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the entry down</source>
        <translation>Eintrag nach unten</translation>
    </message>
    <message>
        <source>Move the entry up</source>
        <translation>Eintrag nach oben</translation>
    </message>
    <message>
        <source>Move to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Ne&amp;xt example</source>
        <translation>Nächstes &amp;Beispiel</translation>
    </message>
    <message>
        <source>Neutral</source>
        <translation>Neutral</translation>
    </message>
    <message>
        <source>Never write</source>
        <translation>Nie schreiben</translation>
    </message>
    <message>
        <source>New &amp;folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New &amp;text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New entry</source>
        <translation>Neuer Eintrag</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Neuer Name</translation>
    </message>
    <message>
        <source>New preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New subjects</source>
        <translation>Neue Themen</translation>
    </message>
    <message>
        <source>New text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next &amp;unknown word</source>
        <translation>Nächstes &amp;unbekanntes Wort</translation>
    </message>
    <message>
        <source>Next copied passa&amp;ge</source>
        <translation>Nä&amp;chste übernommene Stelle</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next word guessed right {share}</source>
        <translation>Nächstes Wort richtig geraten {share}</translation>
    </message>
    <message>
        <source>No file manager opened. The folder is {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model</source>
        <translation>Kein Modell</translation>
    </message>
    <message>
        <source>No model came out of it, and it cannot be resumed afterwards.</source>
        <translation>Es ist kein Modell daraus entstanden, und es kann danach nicht fortgesetzt werden.</translation>
    </message>
    <message>
        <source>No model is loaded</source>
        <translation>Es ist kein Modell geladen</translation>
    </message>
    <message>
        <source>No model is loaded, so its tokens cannot be counted. Load a model, and this window shows what it would read.</source>
        <translation>Es ist kein Modell geladen, also lassen sich seine Token nicht zählen. Laden Sie ein Modell, dann zeigt dieses Fenster, was es lesen würde.</translation>
    </message>
    <message>
        <source>No model is loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model yet</source>
        <translation>Noch kein Modell</translation>
    </message>
    <message>
        <source>No model yet: get the starter model in the main window</source>
        <translation>Noch kein Modell: Holen Sie das Einstiegsmodell im Hauptfenster</translation>
    </message>
    <message>
        <source>No program of this machine opens it. The report is the file {file}.</source>
        <translation>Kein Programm dieses Rechners öffnet ihn. Der Bericht ist die Datei {file}.</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>Auf dem Datenträger ist kein Platz mehr</translation>
    </message>
    <message>
        <source>No such device or address</source>
        <translation>Das Gerät gibt es nicht</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>Die Datei oder den Ordner gibt es nicht</translation>
    </message>
    <message>
        <source>No texts in here yet</source>
        <translation>Noch keine Texte darin</translation>
    </message>
    <message>
        <source>None of your models learnt from {name}.</source>
        <translation>Keines Ihrer Modelle hat aus {name} gelernt.</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>Es ist kein Ordner</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>Nicht gelesen</translation>
    </message>
    <message>
        <source>Not read · {count}</source>
        <translation>Nicht gelesen · {count}</translation>
    </message>
    <message>
        <source>Not taken over: {losses}</source>
        <translation>Nicht übernommen: {losses}</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing at the caret was written by the model yet. Put the caret where it should go on and have it write several continuations at once; take the one you like. Every continuation is kept here, also those that Retry puts aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Nothing found in %n texts.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is called so. Try another word for it.</source>
        <translation>Nichts heißt so. Versuchen Sie ein anderes Wort dafür.</translation>
    </message>
    <message>
        <source>Nothing is changed by it.</source>
        <translation>Dadurch ändert sich nichts.</translation>
    </message>
    <message>
        <source>Nothing like it in the dictionary</source>
        <translation>Nichts Ähnliches im Wörterbuch</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Noch nichts</translation>
    </message>
    <message>
        <source>Nothing. What you delete here is kept, and can be brought back from this list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing: make a new, small model</source>
        <translation>Nichts: ein neues, kleines Modell machen</translation>
    </message>
    <message>
        <source>Number that chance begins with</source>
        <translation>Zahl, mit der der Zufall beginnt</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>Auf der Platte</translation>
    </message>
    <message>
        <source>One model is being fetched already. Wait until it is there, or cancel it, then add the other one.</source>
        <translation>Es wird schon ein Modell geholt. Warten Sie, bis es da ist, oder brechen Sie ab; fügen Sie dann das andere hinzu.</translation>
    </message>
    <message>
        <source>One sample for each.</source>
        <translation>Eine Probe für jede.</translation>
    </message>
    <message>
        <source>Only in the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the likelier half of the odds counts: sure-footed where the model is sure, freer where it is not.</source>
        <translation>Nur die wahrscheinlichere Hälfte zählt: trittsicher, wo das Modell sicher ist, freier, wo nicht.</translation>
    </message>
    <message>
        <source>Only this many of the likeliest tokens may be chosen; 0 is no limit.</source>
        <translation>Nur so viele der wahrscheinlichsten Token stehen zur Wahl; 0 ist ohne Grenze.</translation>
    </message>
    <message>
        <source>Open &amp;another folder …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;folder …</source>
        <translation>Or&amp;dner öffnen …</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Zu&amp;letzt geöffnet</translation>
    </message>
    <message>
        <source>Open a copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder of texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a text file</source>
        <translation>Eine Textdatei öffnen</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Im Browser öffnen</translation>
    </message>
    <message>
        <source>Open the &amp;log folder</source>
        <translation>&amp;Protokollordner öffnen</translation>
    </message>
    <message>
        <source>Open the folder where you keep your texts. They stay there, as the plain files they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the settings of a training</source>
        <translation>Einstellungen eines Trainings öffnen</translation>
    </message>
    <message>
        <source>Open the source</source>
        <translation>Quelle öffnen</translation>
    </message>
    <message>
        <source>Opens report.html, one file with everything in it</source>
        <translation>Öffnet report.html, eine Datei mit allem darin</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>Das ist nicht erlaubt</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>Optimierer</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Other words for this place</source>
        <translation>Andere Wörter für diese Stelle</translation>
    </message>
    <message>
        <source>Other words for this place …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ownhand speaks the other language from the next start on.</source>
        <translation>Ownhand spricht die andere Sprache ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Ownhand {version}</source>
        <translation>Ownhand {version}</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Pages it never saw: {now} nats per token, at first {first}. Lower is better.</source>
        <translation>Seiten, die es nie sah: {now} Nat pro Token, anfangs {first}. Weniger ist besser.</translation>
    </message>
    <message>
        <source>Pair {place} of {count}. Press A or B, or click. Leave whenever you like; your choices are kept.</source>
        <translation>Paar {place} von {count}. Drücken Sie A oder B, oder klicken Sie. Gehen Sie, wann Sie wollen; Ihre Wahl bleibt erhalten.</translation>
    </message>
    <message>
        <source>Paragraphs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paragraphs of fewer characters are left out.</source>
        <translation>Absätze mit weniger Zeichen werden ausgelassen.</translation>
    </message>
    <message>
        <source>Part of your texts that it never learns from, so that one can tell how well it writes on.</source>
        <translation>Ein Teil Ihrer Texte, aus dem es nie lernt, damit man sagen kann, wie gut es weiterschreibt.</translation>
    </message>
    <message>
        <source>Parts that get an adapter</source>
        <translation>Teile, die einen Adapter bekommen</translation>
    </message>
    <message>
        <source>Passages at once</source>
        <translation>Abschnitte zugleich</translation>
    </message>
    <message>
        <source>Passages copied from {names}{more} cannot be marked: the model learned from them, but they were moved, changed or deleted since. Put them back where they were and load the model again to have them marked.</source>
        <translation>Stellen aus {names}{more} können nicht markiert werden: Das Modell hat daraus gelernt, aber sie wurden seitdem verschoben, geändert oder gelöscht. Legen Sie sie dorthin zurück, wo sie waren, und laden Sie das Modell neu, damit sie markiert werden.</translation>
    </message>
    <message>
        <source>Passages that stand in the texts the model learned from</source>
        <translation>Stellen, die in den Lerntexten des Modells stehen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Paused after {steps}. Nothing is lost: Resume goes on from there, today or another day.</source>
        <translation>Pause nach {steps}. Nichts ist verloren: „Fortsetzen“ macht von dort weiter, heute oder an einem anderen Tag.</translation>
    </message>
    <message>
        <source>Pausing after {steps} …</source>
        <translation>Pause nach {steps} …</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>Der Zugriff ist nicht erlaubt</translation>
    </message>
    <message>
        <source>Phrase breaks</source>
        <translation>Grenzen von Wendungen</translation>
    </message>
    <message>
        <source>Phrase growth</source>
        <translation>Zunahme je Wendung</translation>
    </message>
    <message>
        <source>Phrase length allowed</source>
        <translation>Erlaubte Länge einer Wendung</translation>
    </message>
    <message>
        <source>Phrases that never appear; the text goes back and finds another way.</source>
        <translation>Wendungen, die nie vorkommen; der Text geht zurück und findet einen anderen Weg.</translation>
    </message>
    <message>
        <source>Place {number} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain prose</source>
        <translation>Schlichte Prosa</translation>
    </message>
    <message>
        <source>Poems from scratch, character by character</source>
        <translation>Gedichte von Grund auf, Zeichen für Zeichen</translation>
    </message>
    <message>
        <source>Poems, in the manner of GPT-2</source>
        <translation>Gedichte, nach Art von GPT-2</translation>
    </message>
    <message>
        <source>Poetry</source>
        <translation>Lyrik</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>Portugiesisch</translation>
    </message>
    <message>
        <source>Precise</source>
        <translation>Genau</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Voreinstellung</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presets (*.toml *.yaml *.yml *.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presets (*.toml)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the text</source>
        <translation>Text drucken</translation>
    </message>
    <message>
        <source>Printing {name} …</source>
        <translation>{name} wird gedruckt …</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Prompt {number}: {words}</source>
        <translation>Anfang {number}: {words}</translation>
    </message>
    <message>
        <source>Pull towards small weights</source>
        <translation>Zug zu kleinen Gewichten</translation>
    </message>
    <message>
        <source>Punctuation stands alone</source>
        <translation>Satzzeichen stehen für sich</translation>
    </message>
    <message>
        <source>Put instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the last continuation aside and write another</source>
        <translation>Die letzte Fortsetzung beiseitelegen und eine andere schreiben</translation>
    </message>
    <message>
        <source>Put this variant into the text and write on at its end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put this version onto the page; Undo brings the present text back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Python started</source>
        <translation>Python gestartet</translation>
    </message>
    <message>
        <source>Query and value are enough for a style; more parts learn more and take longer.</source>
        <translation>Query und Value genügen für einen Stil; mehr Teile lernen mehr und brauchen länger.</translation>
    </message>
    <message>
        <source>R&amp;eplace …</source>
        <translation>Erse&amp;tzen …</translation>
    </message>
    <message>
        <source>Re&amp;write</source>
        <translation>&amp;Umformulieren</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>Der Datenträger ist schreibgeschützt</translation>
    </message>
    <message>
        <source>Reading time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading your text …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading your texts</source>
        <translation>Ihre Texte werden gelesen</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>Recently deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Bemerkung</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove from this machine</source>
        <translation>Von diesem Rechner entfernen</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the training “{name}”?</source>
        <translation>Das Training „{name}“ entfernen?</translation>
    </message>
    <message>
        <source>Remove {title}?</source>
        <translation>{title} entfernen?</translation>
    </message>
    <message>
        <source>Remove …</source>
        <translation>Entfernen …</translation>
    </message>
    <message>
        <source>Repeat itself less</source>
        <translation>Sich weniger wiederholen</translation>
    </message>
    <message>
        <source>Repeated</source>
        <translation>Wiederholt</translation>
    </message>
    <message>
        <source>Repeats up to this many tokens are left alone.</source>
        <translation>Wiederholungen bis zu so vielen Token werden in Ruhe gelassen.</translation>
    </message>
    <message>
        <source>Repetition</source>
        <translation>Wiederholung</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Report before and after</source>
        <translation>Bericht vorher und nachher</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Retry (Ctrl+Shift+Enter) writes another one; this one stays here, and Alt+Left and Alt+Right go from one to the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right before the line that is being written</source>
        <translation>Unmittelbar vor der Zeile, an der geschrieben wird</translation>
    </message>
    <message>
        <source>Rounds per step</source>
        <translation>Runden je Schritt</translation>
    </message>
    <message>
        <source>S&amp;horten</source>
        <translation>&amp;Kürzen</translation>
    </message>
    <message>
        <source>S&amp;tatistics …</source>
        <translation>Stat&amp;istik …</translation>
    </message>
    <message>
        <source>S&amp;uggest while I pause</source>
        <translation>In Pausen &amp;vorschlagen</translation>
    </message>
    <message>
        <source>Safe points kept</source>
        <translation>Aufgehobene Sicherungspunkte</translation>
    </message>
    <message>
        <source>Sample of {preset}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample {place} of {count}; sampler: {sampler}</source>
        <translation>Probe {place} von {count}; Sampler: {sampler}</translation>
    </message>
    <message>
        <source>Samples are written with</source>
        <translation>Proben werden geschrieben mit</translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;as …</source>
        <translation>Speichern &amp;unter …</translation>
    </message>
    <message>
        <source>Save a copy of the report</source>
        <translation>Eine Kopie des Berichts speichern</translation>
    </message>
    <message>
        <source>Save a copy …</source>
        <translation>Kopie speichern …</translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save over it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save over {name}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the settings as {file} first: some of them have no option of their own.</source>
        <translation>Speichern Sie die Einstellungen zuerst als {file}: Einige haben keine eigene Option.</translation>
    </message>
    <message>
        <source>Save the settings of this training</source>
        <translation>Die Einstellungen dieses Trainings speichern</translation>
    </message>
    <message>
        <source>Save the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the text to another file</source>
        <translation>Den Text in einer anderen Datei speichern</translation>
    </message>
    <message>
        <source>Save the text to its file</source>
        <translation>Den Text in seiner Datei speichern</translation>
    </message>
    <message>
        <source>Save {name}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {target}.</source>
        <translation>Gespeichert als {target}.</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>Schrift</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startzahl</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>A&amp;lles auswählen</translation>
    </message>
    <message>
        <source>Select the part of the text first, then press “Selection”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sentences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set how many words to write, and see how far it is</source>
        <translation>Festlegen, wie viele Wörter es werden sollen, und sehen, wie weit es noch ist</translation>
    </message>
    <message>
        <source>Set the goal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Settings of a training (*.toml)</source>
        <translation>Einstellungen eines Trainings (*.toml)</translation>
    </message>
    <message>
        <source>Settings panel</source>
        <translation>Einstellungsleiste</translation>
    </message>
    <message>
        <source>Short posts, in half precision</source>
        <translation>Kurze Beiträge, in halber Genauigkeit</translation>
    </message>
    <message>
        <source>Short posts, in the manner of GPT-2</source>
        <translation>Kurze Beiträge, nach Art von GPT-2</translation>
    </message>
    <message>
        <source>Shortest paragraph</source>
        <translation>Kürzester Absatz</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show a folder of texts in the library</source>
        <translation>Einen Ordner mit Texten in der Bibliothek zeigen</translation>
    </message>
    <message>
        <source>Show exactly what the model is given, with its length</source>
        <translation>Genau zeigen, was das Modell bekommt, mit Längenangabe</translation>
    </message>
    <message>
        <source>Show in grey how the model would go on; Tab takes it</source>
        <translation>In Grau zeigen, wie das Modell weiterschriebe; Tab übernimmt es</translation>
    </message>
    <message>
        <source>Show its folder</source>
        <translation>Seinen Ordner zeigen</translation>
    </message>
    <message>
        <source>Show or hide the folder of texts</source>
        <translation>Den Ordner mit Texten zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Show or hide the panel at the right</source>
        <translation>Die Leiste rechts zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Show or hide the settings</source>
        <translation>Die Einstellungen zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Show pro&amp;babilities</source>
        <translation>Wahrscheinlichkeiten &amp;zeigen</translation>
    </message>
    <message>
        <source>Show the conversation with the model</source>
        <translation>Das Gespräch mit dem Modell zeigen</translation>
    </message>
    <message>
        <source>Show the report</source>
        <translation>Bericht zeigen</translation>
    </message>
    <message>
        <source>Show the settings of the writing</source>
        <translation>Die Einstellungen des Schreibens zeigen</translation>
    </message>
    <message>
        <source>Show the variant after this one</source>
        <translation>Die Variante nach dieser zeigen</translation>
    </message>
    <message>
        <source>Show the variant before this one</source>
        <translation>Die Variante vor dieser zeigen</translation>
    </message>
    <message>
        <source>Show the variants of this text</source>
        <translation>Die Varianten dieses Textes zeigen</translation>
    </message>
    <message>
        <source>Show the welcome again</source>
        <translation>Die Begrüßung wieder zeigen</translation>
    </message>
    <message>
        <source>Show what the model is told beside the text</source>
        <translation>Zeigen, was dem Modell neben dem Text gesagt wird</translation>
    </message>
    <message>
        <source>Side panel</source>
        <translation>Seitenleiste</translation>
    </message>
    <message>
        <source>Since then {came} words were added (underlined), {gone} taken out (struck through).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the adapters</source>
        <translation>Größe der Adapter</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Spanisch</translation>
    </message>
    <message>
        <source>Spare memory by computing twice</source>
        <translation>Speicher sparen durch doppeltes Rechnen</translation>
    </message>
    <message>
        <source>Stale file handle</source>
        <translation>Die Datei ist nicht mehr erreichbar</translation>
    </message>
    <message>
        <source>Stands before everything else, always.</source>
        <translation>Steht immer vor allem anderen.</translation>
    </message>
    <message>
        <source>Stands shortly before the place where the model writes on.</source>
        <translation>Steht kurz vor der Stelle, an der das Modell weiterschreibt.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Starting …</source>
        <translation>Startet …</translation>
    </message>
    <message>
        <source>Starts &amp;from</source>
        <translation>Aus&amp;gangspunkt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay typical</source>
        <translation>Typisch bleiben</translation>
    </message>
    <message>
        <source>Stays close to what you wrote: plain words, few surprises. For facts, summaries and instructions.</source>
        <translation>Bleibt nah an dem, was Sie schrieben: schlichte Wörter, wenige Überraschungen. Für Tatsachen, Zusammenfassungen und Anleitungen.</translation>
    </message>
    <message>
        <source>Step {place} of {count}: {name}</source>
        <translation>Schritt {place} von {count}: {name}</translation>
    </message>
    <message>
        <source>Step {step} of {steps}</source>
        <translation>Schritt {step} von {steps}</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Steps between looks at those pages</source>
        <translation>Schritte zwischen Blicken auf diese Seiten</translation>
    </message>
    <message>
        <source>Steps between samples</source>
        <translation>Schritte zwischen Proben</translation>
    </message>
    <message>
        <source>Steps to warm up</source>
        <translation>Schritte zum Aufwärmen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop and keep</source>
        <translation>Anhalten und behalten</translation>
    </message>
    <message>
        <source>Stop at</source>
        <translation>Anhalten bei</translation>
    </message>
    <message>
        <source>Stop finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop writing; the text so far stays</source>
        <translation>Mit dem Schreiben aufhören; der bisherige Text bleibt</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping after {steps}; {left_out} …</source>
        <translation>Hält nach {steps} an; {left_out} …</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>Hält an …</translation>
    </message>
    <message>
        <source>Strength of the adapters</source>
        <translation>Stärke der Adapter</translation>
    </message>
    <message>
        <source>Surprise</source>
        <translation>Überraschung</translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation>Farbsche&amp;ma</translation>
    </message>
    <message>
        <source>T&amp;ypewriter</source>
        <translation>Sc&amp;hreibmaschine</translation>
    </message>
    <message>
        <source>Take over a preset from a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take over lore from a file</source>
        <translation>Weltwissen aus einer Datei übernehmen</translation>
    </message>
    <message>
        <source>Take the model from its best moment</source>
        <translation>Das Modell von seinem besten Moment nehmen</translation>
    </message>
    <message>
        <source>Taken out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes 20,000 words as they are, in small letters, with HTML breaks stripped and punctuation standing alone, and trains one transformer block; 40 words after “this movie is” at every epoch.</source>
        <translation>Nimmt 20.000 Wörter, wie sie sind, in Kleinbuchstaben, ohne HTML-Umbrüche und mit Satzzeichen für sich, und trainiert einen Transformer-Block; bei jedem Durchgang 40 Wörter nach „this movie is“.</translation>
    </message>
    <message>
        <source>Takes the place of this word; what you wrote behind it stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Talk with the model about the selection or the whole text</source>
        <translation>Mit dem Modell über die Auswahl oder den ganzen Text sprechen</translation>
    </message>
    <message>
        <source>Tell capitals from small letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell who and what there is in your world. An entry is told to the model only when one of its keywords stands nearby.</source>
        <translation>Erzählen Sie, wen und was es in Ihrer Welt gibt. Ein Eintrag wird dem Modell nur gesagt, wenn eines seiner Stichwörter in der Nähe steht.</translation>
    </message>
    <message>
        <source>Tells on pages it never saw whether it became better, and whether it learnt by heart.</source>
        <translation>Sagt an Seiten, die es nie sah, ob es besser wurde und ob es auswendig gelernt hat.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Text behind the caret</source>
        <translation>Text hinter der Schreibmarke</translation>
    </message>
    <message>
        <source>Text f&amp;ace …</source>
        <translation>Schrift&amp;art …</translation>
    </message>
    <message>
        <source>Text {letter}</source>
        <translation>Text {letter}</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Texts (*.txt *.md *.markdown *.text)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts in the folder</source>
        <translation>Texte im Ordner</translation>
    </message>
    <message>
        <source>Texts most of which stands in another one.</source>
        <translation>Texte, die zum größten Teil in einem anderen stehen.</translation>
    </message>
    <message>
        <source>Texts to learn from</source>
        <translation>Texte, aus denen gelernt wird</translation>
    </message>
    <message>
        <source>The beginning of a sentence of yours</source>
        <translation>Der Anfang eines Satzes von Ihnen</translation>
    </message>
    <message>
        <source>The command that does the same</source>
        <translation>Der Befehl, der dasselbe tut</translation>
    </message>
    <message>
        <source>The copy could not be written ({reason}). Choose another place.</source>
        <translation>Die Kopie konnte nicht geschrieben werden ({reason}). Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>The curve appears with the first steps.</source>
        <translation>Die Kurve erscheint mit den ersten Schritten.</translation>
    </message>
    <message>
        <source>The dictionary knows every word of this text.</source>
        <translation>Das Wörterbuch kennt jedes Wort dieses Textes.</translation>
    </message>
    <message>
        <source>The earlier version is on the page. Undo brings the other one back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The entry</source>
        <translation>Der Eintrag</translation>
    </message>
    <message>
        <source>The folder itself stays as it is (Delete)</source>
        <translation>Der Ordner selbst bleibt, wie er ist (Entf)</translation>
    </message>
    <message>
        <source>The folder of {name} is not there any more; its disk may have been taken out. The page still holds your text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The goal holds until Ownhand is closed, but could not be kept ({reason}). Your text is not touched by that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line below the page shows how far you are. 0 means no goal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lore cannot be written to {name}: {reason}. Choose another place.</source>
        <translation>Das Weltwissen kann nicht in {name} geschrieben werden: {reason}. Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>The model</source>
        <translation>Das Modell</translation>
    </message>
    <message>
        <source>The model as it was</source>
        <translation>Das Modell, wie es war</translation>
    </message>
    <message>
        <source>The model exactly as it is, with nothing held back or pushed: every word by its own chance.</source>
        <translation>Das Modell genau so, wie es ist, nichts gebremst oder geschoben: jedes Wort nach seiner eigenen Chance.</translation>
    </message>
    <message>
        <source>The model is kept already; end now and do without its report</source>
        <translation>Das Modell ist schon gesichert; jetzt ohne seinen Bericht beenden</translation>
    </message>
    <message>
        <source>The model is writing into your text. Try again when it is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model is writing. Stop it first, or wait until it has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model stays as it is, and learns your style beside it: quick, and little is forgotten. The rest is chosen by how much text there is, and by this machine.</source>
        <translation>Das Modell bleibt, wie es ist, und Ihr Stil wird daneben gelernt: schnell, und wenig wird vergessen. Das Übrige richtet sich nach der Menge des Textes und nach diesem Rechner.</translation>
    </message>
    <message>
        <source>The model takes the text to be complete here and wrote nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model that came out of it stays.</source>
        <translation>Das Modell, das daraus entstand, bleibt.</translation>
    </message>
    <message>
        <source>The model then writes no capitals.</source>
        <translation>Das Modell schreibt dann keine Großbuchstaben.</translation>
    </message>
    <message>
        <source>The model was still writing and was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new model</source>
        <translation>Das neue Modell</translation>
    </message>
    <message>
        <source>The order in which the settings act on the probabilities.</source>
        <translation>Die Reihenfolge, in der die Einstellungen auf die Wahrscheinlichkeiten wirken.</translation>
    </message>
    <message>
        <source>The other version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other version is on the page. Undo brings yours back; both are among the versions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The place of this variant is no longer in the text, so it cannot be put in. It is kept; its text can be copied from the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The preset cannot be written to {name}: {reason}. Choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer did not take {name}. Look whether it is on, then print again.</source>
        <translation>Der Drucker hat {name} nicht angenommen. Sehen Sie nach, ob er an ist, und drucken Sie noch einmal.</translation>
    </message>
    <message>
        <source>The rate over time</source>
        <translation>Die Rate im Lauf der Zeit</translation>
    </message>
    <message>
        <source>The rate rises over these first steps.</source>
        <translation>Über diese ersten Schritte steigt die Rate an.</translation>
    </message>
    <message>
        <source>The report was broken off: the machine went off, or another program needed the memory. The model is kept, and you can write with it. Resume makes the report.</source>
        <translation>Der Bericht wurde abgebrochen: Der Rechner ging aus, oder ein anderes Programm brauchte den Speicher. Das Modell ist gesichert, und Sie können damit schreiben. „Fortsetzen“ macht den Bericht.</translation>
    </message>
    <message>
        <source>The same as a command</source>
        <translation>Dasselbe als Befehl</translation>
    </message>
    <message>
        <source>The same number, texts and settings give the same model.</source>
        <translation>Dieselbe Zahl, dieselben Texte und Einstellungen ergeben dasselbe Modell.</translation>
    </message>
    <message>
        <source>The same seed, settings and text give the same continuation; empty is a new one each time.</source>
        <translation>Dieselbe Startzahl, dieselben Einstellungen und derselbe Text ergeben dieselbe Fortsetzung; leer ist es jedes Mal eine neue.</translation>
    </message>
    <message>
        <source>The same words, but for spaces.</source>
        <translation>Dieselben Wörter, bis auf Leerzeichen.</translation>
    </message>
    <message>
        <source>The second half of the KerasNLP guide: trains every weight on poems read from JSON files, then writes one from its first line. The model must know the script.</source>
        <translation>Die zweite Hälfte der KerasNLP-Anleitung: trainiert alle Gewichte mit Gedichten aus JSON-Dateien und schreibt dann eines von seiner ersten Zeile an. Das Modell muss die Schrift kennen.</translation>
    </message>
    <message>
        <source>The settings could not be saved ({reason}). Choose another folder.</source>
        <translation>Die Einstellungen konnten nicht gespeichert werden ({reason}). Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The settings most people used with GPT-2: forty words to choose from, nothing else. Dreamy, and it rambles.</source>
        <translation>Die Einstellungen, die die meisten mit GPT-2 benutzten: vierzig Wörter zur Wahl, sonst nichts. Verträumt, und es schweift ab.</translation>
    </message>
    <message>
        <source>The text goes on anew from the word that you choose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text on the page has changed meanwhile, so please look at these places again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text was changed meanwhile. Nothing was replaced; try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text was put aside; after 30 days it is gone for good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text you write. Continue lets the model go on from the caret.</source>
        <translation>Der Text, den Sie schreiben. „Weiterschreiben“ lässt das Modell ab der Schreibmarke fortfahren.</translation>
    </message>
    <message>
        <source>The training was broken off before its first safe point: the machine went off, or another program needed the memory. Your texts are untouched. Resume begins it again.</source>
        <translation>Das Training wurde vor seinem ersten Sicherungspunkt abgebrochen: Der Rechner ging aus, oder ein anderes Programm brauchte den Speicher. Ihre Texte sind unberührt. „Fortsetzen“ beginnt es von Neuem.</translation>
    </message>
    <message>
        <source>The training was broken off: the machine went off, or another program needed the memory. What it had learnt up to step {step} is safe. Resume goes on from there.</source>
        <translation>Das Training wurde abgebrochen: Der Rechner ging aus, oder ein anderes Programm brauchte den Speicher. Was es bis Schritt {step} gelernt hatte, ist gesichert. „Fortsetzen“ macht von dort weiter.</translation>
    </message>
    <message>
        <source>The trainings cannot be read ({reason}).</source>
        <translation>Die Trainings lassen sich nicht lesen ({reason}).</translation>
    </message>
    <message>
        <source>The usual way (recommended)</source>
        <translation>Der übliche Weg (empfohlen)</translation>
    </message>
    <message>
        <source>The variant was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The variants of this text cannot be kept on the disk ({reason}). The text itself is not concerned, and the variants are there until you close it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The way it learns</source>
        <translation>Der Weg, wie es lernt</translation>
    </message>
    <message>
        <source>The whole model goes on learning: that goes further, takes longer, and more may be forgotten. The rest is chosen by how much text there is, and by this machine.</source>
        <translation>Das ganze Modell lernt weiter: Das geht weiter, dauert länger, und mehr kann vergessen werden. Das Übrige richtet sich nach der Menge des Textes und nach diesem Rechner.</translation>
    </message>
    <message>
        <source>The whole text before the caret is read.</source>
        <translation>Der ganze Text vor der Schreibmarke wird gelesen.</translation>
    </message>
    <message numerus="yes">
        <source>There are %n more.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>There are more; find something rarer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no versions of this text yet. One is kept at every save, and every ten minutes while you write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a preset called “{name}” already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model on this machine yet that could tell how likely words are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model yet that could write on: get one first</source>
        <translation>Es gibt noch kein Modell, das weiterschreiben könnte: Holen Sie zuerst eines</translation>
    </message>
    <message>
        <source>There is no report of this run. It is made at the end of a training, if its settings ask for it.</source>
        <translation>Von diesem Training gibt es keinen Bericht. Er entsteht am Ende, wenn die Einstellungen ihn verlangen.</translation>
    </message>
    <message>
        <source>There is no training yet. Choose folders with your texts, and press Train.</source>
        <translation>Es gibt noch kein Training. Wählen Sie Ordner mit Ihren Texten und drücken Sie „Trainieren“.</translation>
    </message>
    <message>
        <source>There is nothing here yet.

Drop folders or files anywhere on this window, or add them with the buttons above.

Text, Markdown, Word, OpenDocument, RTF, web pages, EPUB, PDF, JSON and CSV are read; sub-folders too.</source>
        <translation>Hier ist noch nichts.

Legen Sie Ordner oder Dateien irgendwo in diesem Fenster ab oder fügen Sie sie mit den Knöpfen oben hinzu.

Gelesen werden Text, Markdown, Word, OpenDocument, RTF, Webseiten, EPUB, PDF, JSON und CSV; auch Unterordner.</translation>
    </message>
    <message>
        <source>There is nothing to choose from: this run has no report, or was too short for pairs.</source>
        <translation>Es gibt nichts zu wählen: Dieses Training hat keinen Bericht oder war zu kurz für Paare.</translation>
    </message>
    <message>
        <source>There is nothing to see yet.</source>
        <translation>Es gibt noch nichts zu sehen.</translation>
    </message>
    <message>
        <source>These settings cannot be used. {problem}</source>
        <translation>Diese Einstellungen lassen sich nicht benutzen. {problem}</translation>
    </message>
    <message>
        <source>They are removed from this computer and cannot be brought back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They stay where they are, and are not learnt from (Delete)</source>
        <translation>Sie bleiben, wo sie sind, und aus ihnen wird nicht gelernt (Entf)</translation>
    </message>
    <message>
        <source>Thin</source>
        <translation>Knapp</translation>
    </message>
    <message>
        <source>This &amp;session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This folder has no texts yet. Make one with the first button above, or put some here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the present text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This pattern takes too long on this text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This pattern takes too long on this text. Make it simpler: fewer + and * in each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run has not begun yet.</source>
        <translation>Dieses Training hat noch nicht begonnen.</translation>
    </message>
    <message>
        <source>This session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This system has no program that opens {name}. It lies in {parent}.</source>
        <translation>Dieses System hat kein Programm, das {name} öffnet. Die Datei liegt in {parent}.</translation>
    </message>
    <message>
        <source>This text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This variant stands in the text; choose another one before you delete it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time at the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times through the texts</source>
        <translation>Durchgänge durch die Texte</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>To write, Ownhand needs a model. {title} is a small one to start with.</source>
        <translation>Zum Schreiben braucht Ownhand ein Modell. {title} ist ein kleines für den Anfang.</translation>
    </message>
    <message>
        <source>Today, {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Too little</source>
        <translation>Zu wenig</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>Zu viele Dateien sind geöffnet</translation>
    </message>
    <message>
        <source>Top-k 10</source>
        <translation>Top-k 10</translation>
    </message>
    <message>
        <source>Top-k 5</source>
        <translation>Top-k 5</translation>
    </message>
    <message>
        <source>Top-p 0.5</source>
        <translation>Top-p 0,5</translation>
    </message>
    <message>
        <source>Train &amp;another</source>
        <translation>Ein &amp;weiteres trainieren</translation>
    </message>
    <message>
        <source>Train a model on your own texts</source>
        <translation>Ein Modell mit Ihren eigenen Texten trainieren</translation>
    </message>
    <message>
        <source>Train again without it</source>
        <translation>Ohne sie neu trainieren</translation>
    </message>
    <message>
        <source>Train the model that came out further: longer, or on more texts</source>
        <translation>Das entstandene Modell weiter trainieren: länger oder mit mehr Texten</translation>
    </message>
    <message>
        <source>Train {title} again without this file</source>
        <translation>{title} ohne diese Datei neu trainieren</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Trainings</source>
        <translation>Trainings</translation>
    </message>
    <message>
        <source>Trains every weight of the model on short, casual texts, as the KerasNLP guide does with Reddit posts: one epoch, Adam, a rate falling from 5e-5 to 0.</source>
        <translation>Trainiert alle Gewichte des Modells mit kurzen, zwanglosen Texten, wie die KerasNLP-Anleitung mit Reddit-Beiträgen: ein Durchgang, Adam, eine Rate, die von 5e-5 auf 0 fällt.</translation>
    </message>
    <message>
        <source>Transport endpoint is not connected</source>
        <translation>Die Verbindung besteht nicht mehr</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Turn &lt;br /&gt; into spaces</source>
        <translation>&lt;br /&gt; in Leerzeichen verwandeln</translation>
    </message>
    <message>
        <source>Type a few letters; Up and Down choose, Enter does it</source>
        <translation>Tippen Sie ein paar Buchstaben; Auf und Ab wählen, Eingabe führt aus</translation>
    </message>
    <message>
        <source>U&amp;ndo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Underline words that the dictionary does not know</source>
        <translation>Wörter unterstreichen, die das Wörterbuch nicht kennt</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Unexpected</source>
        <translation>Unerwartet</translation>
    </message>
    <message>
        <source>Unload the model (frees its memory)</source>
        <translation>Modell entladen (gibt seinen Speicher frei)</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use adapters</source>
        <translation>Adapter benutzen</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Benutzen</translation>
    </message>
    <message>
        <source>Use “{preset}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usually four times the width.</source>
        <translation>Gewöhnlich das Vierfache der Breite.</translation>
    </message>
    <message>
        <source>Usually the width shared among the heads.</source>
        <translation>Gewöhnlich die Breite, auf die Köpfe verteilt.</translation>
    </message>
    <message>
        <source>Variant {position} of {count}, {state}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variants of this place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variants {shown}/{count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions, the latest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Very short</source>
        <translation>Sehr kurz</translation>
    </message>
    <message>
        <source>W&amp;riting settings</source>
        <translation>Sch&amp;reibeinstellungen</translation>
    </message>
    <message>
        <source>Waiting for the model …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Way of choosing</source>
        <translation>Art der Wahl</translation>
    </message>
    <message>
        <source>Way of training</source>
        <translation>Art des Trainings</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Webseite (*.html)</translation>
    </message>
    <message>
        <source>Weighs ten whole lines against each other and gives you the likeliest: careful, short-winded, slower.</source>
        <translation>Wägt zehn ganze Zeilen gegeneinander ab und gibt Ihnen die wahrscheinlichste: sorgfältig, kurzatmig, langsamer.</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>What counts as obvious</source>
        <translation>Was als naheliegend gilt</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is in them</source>
        <translation>Was darin steht</translation>
    </message>
    <message>
        <source>What is told</source>
        <translation>Was erzählt wird</translation>
    </message>
    <message>
        <source>What it does to the writing, in one line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it keeps and shows on the way</source>
        <translation>Was es unterwegs aufhebt und zeigt</translation>
    </message>
    <message>
        <source>What it reads and writes in.</source>
        <translation>Worin es liest und schreibt.</translation>
    </message>
    <message>
        <source>What it writes</source>
        <translation>Was es schreibt</translation>
    </message>
    <message>
        <source>What it writes on the way, to see it learn.</source>
        <translation>Was es unterwegs schreibt, um ihm beim Lernen zuzusehen.</translation>
    </message>
    <message>
        <source>What it wrote after this</source>
        <translation>Was es danach schrieb</translation>
    </message>
    <message>
        <source>What it wrote before this</source>
        <translation>Was es davor schrieb</translation>
    </message>
    <message>
        <source>What the model reads</source>
        <translation>Was das Modell liest</translation>
    </message>
    <message>
        <source>What the model reads …</source>
        <translation>Was das Modell liest …</translation>
    </message>
    <message>
        <source>What the model should know about it</source>
        <translation>Was das Modell darüber wissen soll</translation>
    </message>
    <message>
        <source>What the model should never forget</source>
        <translation>Was das Modell nie vergessen soll</translation>
    </message>
    <message>
        <source>What to send along with a report</source>
        <translation>Was einem Fehlerbericht beizulegen ist</translation>
    </message>
    <message>
        <source>What turns errors into changes.</source>
        <translation>Was aus Fehlern Änderungen macht.</translation>
    </message>
    <message>
        <source>What was deleted over {days} days ago, or takes up too much room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would you like to do?</source>
        <translation>Was möchten Sie tun?</translation>
    </message>
    <message>
        <source>What you call it</source>
        <translation>Wie Sie es nennen</translation>
    </message>
    <message>
        <source>What you do not save is put aside, out of sight, for 30 days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whenever {model} is loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the text stands in collections</source>
        <translation>Wo in Sammlungen der Text steht</translation>
    </message>
    <message>
        <source>Which model writes, and where it runs</source>
        <translation>Welches Modell schreibt und wo es läuft</translation>
    </message>
    <message>
        <source>Which models saw this file?</source>
        <translation>Welche Modelle haben diese Datei gesehen?</translation>
    </message>
    <message>
        <source>Which sounds like you?</source>
        <translation>Was klingt nach Ihnen?</translation>
    </message>
    <message>
        <source>Which words may come</source>
        <translation>Welche Wörter kommen dürfen</translation>
    </message>
    <message>
        <source>While it learns you see how it continues this</source>
        <translation>Während es lernt, sehen Sie, wie es dies fortsetzt</translation>
    </message>
    <message>
        <source>Whole words only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Width inside a layer</source>
        <translation>Breite in einer Schicht</translation>
    </message>
    <message>
        <source>Width of a head</source>
        <translation>Breite eines Kopfes</translation>
    </message>
    <message>
        <source>Wild images and rare words. Lines may come back as a refrain, word for word.</source>
        <translation>Wilde Bilder und seltene Wörter. Zeilen dürfen als Kehrreim wiederkommen, Wort für Wort.</translation>
    </message>
    <message>
        <source>Wildness</source>
        <translation>Wildheit</translation>
    </message>
    <message>
        <source>With commas between them. It is told when one of them stands nearby; without any, always.</source>
        <translation>Durch Kommas getrennt. Es wird gesagt, wenn eines davon in der Nähe steht; ohne Stichwort immer.</translation>
    </message>
    <message>
        <source>Without a limit of time</source>
        <translation>Ohne Zeitgrenze</translation>
    </message>
    <message>
        <source>Without a network: bring the file {wheel} (or any GGUF model of the llama family) on a stick, and add it as a file.</source>
        <translation>Ohne Netz: Bringen Sie die Datei {wheel} (oder irgendein GGUF-Modell der Llama-Familie) auf einem Stick mit und fügen Sie sie als Datei hinzu.</translation>
    </message>
    <message>
        <source>Without a report</source>
        <translation>Ohne Bericht</translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation>Ohne Titel</translation>
    </message>
    <message>
        <source>Word document (*.docx)</source>
        <translation>Word-Dokument (*.docx)</translation>
    </message>
    <message>
        <source>Word goal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Words and endings</source>
        <translation>Wörter und Enden</translation>
    </message>
    <message>
        <source>Words in this session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words of the whole text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words taken away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words the model wrote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words to choose from</source>
        <translation>Wörter zur Wahl</translation>
    </message>
    <message>
        <source>Words you wrote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words, characters, reading time, and this session</source>
        <translation>Wörter, Zeichen, Lesezeit und diese Sitzung</translation>
    </message>
    <message>
        <source>Worn-out words</source>
        <translation>Abgenutzte Wörter</translation>
    </message>
    <message>
        <source>Write or paste the beginning of a text, put the caret where it should go on, and press Continue. The model runs on this machine alone: nothing that you write leaves it.</source>
        <translation>Schreiben oder fügen Sie den Anfang eines Textes ein, setzen Sie die Schreibmarke dorthin, wo es weitergehen soll, und drücken Sie „Weiterschreiben“. Das Modell läuft nur auf diesem Rechner: Nichts, was Sie schreiben, verlässt ihn.</translation>
    </message>
    <message>
        <source>Write se&amp;veral</source>
        <translation>&amp;Mehrere schreiben</translation>
    </message>
    <message>
        <source>Write several</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the generated passage at the caret once more, to the byte</source>
        <translation>Die erzeugte Stelle an der Schreibmarke noch einmal schreiben, auf das Byte genau</translation>
    </message>
    <message>
        <source>Write the lore to a file</source>
        <translation>Das Weltwissen in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Write the preset to a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the text as a Word, HTML or PDF file</source>
        <translation>Den Text als Word-, HTML- oder PDF-Datei schreiben</translation>
    </message>
    <message>
        <source>Write with it</source>
        <translation>Damit schreiben</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Writing {name} …</source>
        <translation>{name} wird geschrieben …</translation>
    </message>
    <message>
        <source>Writing …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written by a model</source>
        <translation>Von einem Modell geschrieben</translation>
    </message>
    <message>
        <source>XTC probability</source>
        <translation>XTC-Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>XTC threshold</source>
        <translation>XTC-Schwelle</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>You chose your model {chose_after} times out of {count}.</source>
        <translation>Sie haben Ihr Modell {chose_after}-mal von {count} gewählt.</translation>
    </message>
    <message>
        <source>Your choice could not be kept ({reason}). Make room on the disk and choose again.</source>
        <translation>Ihre Wahl konnte nicht festgehalten werden ({reason}). Schaffen Sie Platz auf der Platte und wählen Sie noch einmal.</translation>
    </message>
    <message>
        <source>Your model</source>
        <translation>Ihr Modell</translation>
    </message>
    <message>
        <source>Your texts</source>
        <translation>Ihre Texte</translation>
    </message>
    <message>
        <source>Your version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your words per hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your writing</source>
        <translation>Ihr Schreiben</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>V&amp;ergrößern</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message numerus="yes">
        <source>about %n minutes</source>
        <translation>
            <numerusform>etwa %n Minute</numerusform>
            <numerusform>etwa %n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>about {hours} hours</source>
        <translation>etwa {hours} Stunden</translation>
    </message>
    <message>
        <source>about {size} while it is loaded</source>
        <translation>etwa {size}, solange es geladen ist</translation>
    </message>
    <message numerus="yes">
        <source>after %Ln steps</source>
        <translation>
            <numerusform>nach %Ln Schritt</numerusform>
            <numerusform>nach %Ln Schritten</numerusform>
        </translation>
    </message>
    <message>
        <source>after each time through</source>
        <translation>nach jedem Durchgang</translation>
    </message>
    <message>
        <source>always the likeliest word</source>
        <translation>immer das wahrscheinlichste Wort</translation>
    </message>
    <message>
        <source>always told</source>
        <translation>immer erzählt</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>architecture</source>
        <translation>Architektur</translation>
    </message>
    <message>
        <source>as it was opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the time allows</source>
        <translation>so viele die Zeit erlaubt</translation>
    </message>
    <message>
        <source>attention heads</source>
        <translation>Attention-Köpfe</translation>
    </message>
    <message>
        <source>banned phrases</source>
        <translation>verbotene Wendungen</translation>
    </message>
    <message>
        <source>beam width</source>
        <translation>Strahlbreite (beam width)</translation>
    </message>
    <message>
        <source>before an earlier one was restored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before it was saved over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before the first step</source>
        <translation>vor dem ersten Schritt</translation>
    </message>
    <message>
        <source>before the other version was loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before versions were merged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>boilerplate</source>
        <translation>Boilerplate</translation>
    </message>
    <message>
        <source>broken off</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>by another program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checkpoints kept beside the best</source>
        <translation>neben dem besten aufgehobene Checkpoints</translation>
    </message>
    <message>
        <source>chosen by the script</source>
        <translation>nach der Schrift gewählt</translation>
    </message>
    <message>
        <source>chosen for you</source>
        <translation>für Sie gewählt</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>zugeklappt</translation>
    </message>
    <message>
        <source>context tokens</source>
        <translation>Kontext in Token</translation>
    </message>
    <message>
        <source>context {used} / {limit}</source>
        <translation>Kontext {used} / {limit}</translation>
    </message>
    <message>
        <source>contrastive alpha</source>
        <translation>kontrastives Alpha</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <translation>d. MMMM</translation>
    </message>
    <message>
        <source>down</source>
        <translation>down</translation>
    </message>
    <message>
        <source>drawn from the likeliest few words</source>
        <translation>aus den wenigen wahrscheinlichsten Wörtern gezogen</translation>
    </message>
    <message>
        <source>drawn from the likely words</source>
        <translation>aus den wahrscheinlichen Wörtern gezogen</translation>
    </message>
    <message>
        <source>dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>early stopping: patience in held-out scores</source>
        <translation>Early Stopping: Geduld in Bewertungen</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>every time</source>
        <translation>jedes Mal</translation>
    </message>
    <message>
        <source>exact duplicates</source>
        <translation>genaue Dubletten</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>falls evenly</source>
        <translation>fällt gleichmäßig</translation>
    </message>
    <message>
        <source>falls softly</source>
        <translation>fällt sanft</translation>
    </message>
    <message>
        <source>feed-forward size</source>
        <translation>Größe des Feed-Forward-Teils</translation>
    </message>
    <message>
        <source>fewer passages</source>
        <translation>weniger Stellen</translation>
    </message>
    <message>
        <source>field of JSON objects, or column of a table</source>
        <translation>Feld von JSON-Objekten oder Spalte einer Tabelle</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>first token</source>
        <translation>erstes Token</translation>
    </message>
    <message>
        <source>for reading only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for {model}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>found by itself</source>
        <translation>von selbst gefunden</translation>
    </message>
    <message>
        <source>frequency penalty</source>
        <translation>Häufigkeitsstrafe (frequency penalty)</translation>
    </message>
    <message>
        <source>full</source>
        <translation>voll</translation>
    </message>
    <message>
        <source>gate</source>
        <translation>gate</translation>
    </message>
    <message>
        <source>gradient accumulation</source>
        <translation>Gradientenakkumulation</translation>
    </message>
    <message>
        <source>gradient clipping norm</source>
        <translation>Norm der Gradientenkappung</translation>
    </message>
    <message>
        <source>half where it does no harm</source>
        <translation>halb, wo es nicht schadet</translation>
    </message>
    <message>
        <source>head size</source>
        <translation>Größe eines Kopfes</translation>
    </message>
    <message>
        <source>held-out share</source>
        <translation>zurückgehaltener Anteil</translation>
    </message>
    <message>
        <source>hidden size</source>
        <translation>innere Breite (hidden size)</translation>
    </message>
    <message numerus="yes">
        <source>in %n texts</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>in about one of {count} tests</source>
        <translation>in etwa einem von {count} Tests</translation>
    </message>
    <message>
        <source>in the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in {count} of 100 tests</source>
        <translation>in {count} von 100 Tests</translation>
    </message>
    <message>
        <source>key</source>
        <translation>key</translation>
    </message>
    <message>
        <source>kind of tokeniser</source>
        <translation>Art des Tokenisierers</translation>
    </message>
    <message>
        <source>layer-norm epsilon</source>
        <translation>Epsilon der Layer-Norm</translation>
    </message>
    <message>
        <source>learning</source>
        <translation>lernt</translation>
    </message>
    <message>
        <source>learning rate, peak</source>
        <translation>Lernrate, Höchstwert</translation>
    </message>
    <message>
        <source>learning-rate schedule</source>
        <translation>Verlauf der Lernrate</translation>
    </message>
    <message>
        <source>less surprised</source>
        <translation>weniger überrascht</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>weniger als eine Minute</translation>
    </message>
    <message>
        <source>loaded</source>
        <translation>geladen</translation>
    </message>
    <message>
        <source>loading the model</source>
        <translation>Modell wird geladen</translation>
    </message>
    <message>
        <source>locally typical sampling</source>
        <translation>lokal typisches Sampling</translation>
    </message>
    <message>
        <source>logit bias</source>
        <translation>Logit-Bias</translation>
    </message>
    <message>
        <source>lower-case</source>
        <translation>Kleinschreibung</translation>
    </message>
    <message>
        <source>max tokens</source>
        <translation>höchstens Token</translation>
    </message>
    <message>
        <source>method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>micro-batch size</source>
        <translation>Größe eines Mikro-Batches</translation>
    </message>
    <message>
        <source>min-p</source>
        <translation>Min-p</translation>
    </message>
    <message>
        <source>minimum paragraph length in characters</source>
        <translation>Mindestlänge eines Absatzes in Zeichen</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>mixed precision</source>
        <translation>gemischte Genauigkeit</translation>
    </message>
    <message>
        <source>more passages</source>
        <translation>mehr Stellen</translation>
    </message>
    <message>
        <source>more surprised</source>
        <translation>stärker überrascht</translation>
    </message>
    <message>
        <source>near duplicates</source>
        <translation>Beinahe-Dubletten</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>new each time</source>
        <translation>jedes Mal neu</translation>
    </message>
    <message>
        <source>no change</source>
        <translation>keine Änderung</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>ohne Grenze</translation>
    </message>
    <message>
        <source>no model loaded</source>
        <translation>kein Modell geladen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>nicht begonnen</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message numerus="yes">
        <source>of %n</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>one a line</source>
        <translation>eines je Zeile</translation>
    </message>
    <message>
        <source>open</source>
        <translation>aufgeklappt</translation>
    </message>
    <message>
        <source>optimiser</source>
        <translation>Optimierer</translation>
    </message>
    <message>
        <source>optimiser steps</source>
        <translation>Schritte des Optimierers</translation>
    </message>
    <message>
        <source>output</source>
        <translation>output</translation>
    </message>
    <message>
        <source>pages it never saw</source>
        <translation>Seiten, die es nie sah</translation>
    </message>
    <message>
        <source>paragraphs as documents</source>
        <translation>Absätze als Dokumente</translation>
    </message>
    <message>
        <source>passages</source>
        <translation>Abschnitten</translation>
    </message>
    <message>
        <source>passages that it never saw</source>
        <translation>Abschnitten, die es nie sah</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>in Pause</translation>
    </message>
    <message>
        <source>penalty window</source>
        <translation>Fenster der Strafe (penalty window)</translation>
    </message>
    <message>
        <source>pieces of words (BPE)</source>
        <translation>Wortstücke (BPE)</translation>
    </message>
    <message>
        <source>pieces of words (WordPiece)</source>
        <translation>Wortstücke (WordPiece)</translation>
    </message>
    <message>
        <source>presence penalty</source>
        <translation>Anwesenheitsstrafe (presence penalty)</translation>
    </message>
    <message>
        <source>presets of the samples</source>
        <translation>Voreinstellungen der Proben</translation>
    </message>
    <message>
        <source>punctuation splitting</source>
        <translation>Abtrennen von Satzzeichen</translation>
    </message>
    <message>
        <source>put aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>query</source>
        <translation>query</translation>
    </message>
    <message>
        <source>random seed</source>
        <translation>Startzahl des Zufalls (seed)</translation>
    </message>
    <message>
        <source>rematerialisation</source>
        <translation>Rematerialisierung</translation>
    </message>
    <message>
        <source>repetition penalty</source>
        <translation>Wiederholungsstrafe (repetition penalty)</translation>
    </message>
    <message>
        <source>report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>restore the best held-out loss</source>
        <translation>den besten zurückgehaltenen Loss wiederherstellen</translation>
    </message>
    <message>
        <source>sample tokens</source>
        <translation>Token einer Probe</translation>
    </message>
    <message>
        <source>sampler</source>
        <translation>Sampler</translation>
    </message>
    <message>
        <source>saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sequence length in tokens</source>
        <translation>Sequenzlänge in Token</translation>
    </message>
    <message>
        <source>single characters</source>
        <translation>einzelne Zeichen</translation>
    </message>
    <message>
        <source>small transformer (norm last)</source>
        <translation>kleiner Transformer (Norm zuletzt)</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>bleibt</translation>
    </message>
    <message>
        <source>step {step} of {steps}</source>
        <translation>Schritt {step} von {steps}</translation>
    </message>
    <message>
        <source>steps between held-out scores</source>
        <translation>Schritte zwischen Bewertungen</translation>
    </message>
    <message>
        <source>steps between samples</source>
        <translation>Schritte zwischen Proben</translation>
    </message>
    <message>
        <source>stop strings</source>
        <translation>Stopp-Zeichenfolgen</translation>
    </message>
    <message>
        <source>stopped, model kept</source>
        <translation>angehalten, Modell behalten</translation>
    </message>
    <message>
        <source>temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>the best of several lines</source>
        <translation>die beste von mehreren Zeilen</translation>
    </message>
    <message>
        <source>the model is kept as it is by now</source>
        <translation>das Modell bleibt, wie es jetzt ist</translation>
    </message>
    <message>
        <source>the report is left out</source>
        <translation>der Bericht entfällt</translation>
    </message>
    <message>
        <source>time between checkpoints</source>
        <translation>Zeit zwischen Checkpoints</translation>
    </message>
    <message>
        <source>told now</source>
        <translation>jetzt erzählt</translation>
    </message>
    <message>
        <source>told now · {keywords}</source>
        <translation>jetzt erzählt · {keywords}</translation>
    </message>
    <message>
        <source>top-k</source>
        <translation>Top-k</translation>
    </message>
    <message>
        <source>top-p (nucleus)</source>
        <translation>Top-p (Nucleus)</translation>
    </message>
    <message>
        <source>transform order</source>
        <translation>Reihenfolge der Transformationen</translation>
    </message>
    <message>
        <source>transformer blocks</source>
        <translation>Transformer-Blöcke</translation>
    </message>
    <message>
        <source>under a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>unknown folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unlikely</source>
        <translation>unwahrscheinlich</translation>
    </message>
    <message>
        <source>unsaved changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up</source>
        <translation>up</translation>
    </message>
    <message>
        <source>value</source>
        <translation>value</translation>
    </message>
    <message>
        <source>vocabulary size</source>
        <translation>Größe des Wortschatzes</translation>
    </message>
    <message>
        <source>warm-up steps</source>
        <translation>Aufwärmschritte</translation>
    </message>
    <message>
        <source>weight decay</source>
        <translation>Weight Decay</translation>
    </message>
    <message>
        <source>while writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whole words</source>
        <translation>ganze Wörter</translation>
    </message>
    <message>
        <source>word: number</source>
        <translation>Wort: Zahl</translation>
    </message>
    <message>
        <source>words drawn freely</source>
        <translation>frei gezogene Wörter</translation>
    </message>
    <message>
        <source>writing …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your texts, averaged</source>
        <translation>Ihre Texte, gemittelt</translation>
    </message>
    <message>
        <source>{about} It comes with Ownhand; duplicate it to change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{after} of {before} texts stay</source>
        <translation>{after} von {before} Texten bleiben</translation>
    </message>
    <message>
        <source>{before} before, {after} after.</source>
        <translation>{before} vorher, {after} nachher.</translation>
    </message>
    <message>
        <source>{before} characters before, {after} after</source>
        <translation>{before} Zeichen vorher, {after} nachher</translation>
    </message>
    <message>
        <source>{before} {unit} before, {after} after, on {samples} {what}: {change} (between {low} and {high}).</source>
        <translation>{before} {unit} vorher, {after} nachher, an {samples} {what}: {change} (zwischen {low} und {high}).</translation>
    </message>
    <message>
        <source>{count} GB</source>
        <translation>{count} GB</translation>
    </message>
    <message>
        <source>{count} MB</source>
        <translation>{count} MB</translation>
    </message>
    <message>
        <source>{count} minutes</source>
        <translation>{count} Minuten</translation>
    </message>
    <message>
        <source>{count} times through the texts</source>
        <translation>{count}-mal durch die Texte</translation>
    </message>
    <message>
        <source>{count} tokens/s</source>
        <translation>{count} Token/s</translation>
    </message>
    <message>
        <source>{date}, {time}</source>
        <translation>{date}, {time}</translation>
    </message>
    <message numerus="yes">
        <source>{done} of %n pairs</source>
        <translation>
            <numerusform>{done} von %n Paar</numerusform>
            <numerusform>{done} von %n Paaren</numerusform>
        </translation>
    </message>
    <message>
        <source>{done} of {goal} in this session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {goal} words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{figures} Perplexity {before} before, {after} after.</source>
        <translation>{figures} Perplexität {before} vorher, {after} nachher.</translation>
    </message>
    <message>
        <source>{file}, line {number}</source>
        <translation>{file}, Zeile {number}</translation>
    </message>
    <message>
        <source>{file}, page {number}</source>
        <translation>{file}, Seite {number}</translation>
    </message>
    <message>
        <source>{file}, paragraph {number}</source>
        <translation>{file}, Absatz {number}</translation>
    </message>
    <message>
        <source>{file}, section {number}</source>
        <translation>{file}, Abschnitt {number}</translation>
    </message>
    <message>
        <source>{first} and {last}</source>
        <translation>{first} und {last}</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} · {share} %</source>
        <translation>{label} · {share} %</translation>
    </message>
    <message>
        <source>{label}, changed</source>
        <translation>{label}, geändert</translation>
    </message>
    <message>
        <source>{label}: back to the preset&apos;s value</source>
        <translation>{label}: zurück zum Wert der Voreinstellung</translation>
    </message>
    <message>
        <source>{letter} sounds like me</source>
        <translation>{letter} klingt nach mir</translation>
    </message>
    <message>
        <source>{millions} million weights, {licence}</source>
        <translation>{millions} Millionen Gewichte, {licence}</translation>
    </message>
    <message>
        <source>{model} has a preset of its own, “{preset}”. Your changed settings stay in force.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is no longer in {parent}: it was moved or deleted since the model learned from it. The passage stood there: {place}.</source>
        <translation>{name} ist nicht mehr in {parent}: Die Datei wurde verschoben oder gelöscht, seit das Modell aus ihr gelernt hat. Die Stelle stand hier: {place}.</translation>
    </message>
    <message>
        <source>{name} is open in another window of Ownhand, so it is shown here for reading only: two windows would write over each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is open in another window of Ownhand. The text from before is here as a copy without a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was changed by another program, and so was the text here. The page still shows your version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was changed by another program. The page still shows the version before that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was moved or deleted by another program. The page still holds your text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was not written ({reason}). Your text is as it was. Choose another place, or free some space.</source>
        <translation>{name} wurde nicht geschrieben ({reason}). Ihr Text ist, wie er war. Wählen Sie einen anderen Ort oder schaffen Sie Platz.</translation>
    </message>
    <message>
        <source>{name} was not written: its ending must be one of {suffixes}. Export again with such a name.</source>
        <translation>{name} wurde nicht geschrieben: Die Endung muss eine von diesen sein: {suffixes}. Exportieren Sie noch einmal mit einem solchen Namen.</translation>
    </message>
    <message>
        <source>{name} was opened; Ownhand shows one text at a time. The library on the left keeps the others at hand.</source>
        <translation>{name} wurde geöffnet; Ownhand zeigt einen Text auf einmal. Die Bibliothek links hält die anderen bereit.</translation>
    </message>
    <message>
        <source>{name} was read by:</source>
        <translation>{name} wurde gelesen von:</translation>
    </message>
    <message>
        <source>{name} was written.</source>
        <translation>{name} wurde geschrieben.</translation>
    </message>
    <message>
        <source>{name} went to the printer.</source>
        <translation>{name} ging an den Drucker.</translation>
    </message>
    <message>
        <source>{name}, folder</source>
        <translation>{name}, Ordner</translation>
    </message>
    <message>
        <source>{name}, open on the page</source>
        <translation>{name}, auf der Seite geöffnet</translation>
    </message>
    <message>
        <source>{name}: what only one of the two versions changed goes together by itself. At the places below both did; choose what to take.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{script}, which {model} does not know</source>
        <translation>{script}, das {model} nicht kennt</translation>
    </message>
    <message>
        <source>{script}, which {model} knows</source>
        <translation>{script}, das {model} kennt</translation>
    </message>
    <message>
        <source>{share} %</source>
        <translation>{share} %</translation>
    </message>
    <message>
        <source>{share} % generated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} of the texts</source>
        <translation>{share} der Texte</translation>
    </message>
    <message>
        <source>{share} {chance}, so this may well be chance: no difference could be shown.</source>
        <translation>{share} {chance}; das kann gut Zufall sein: Ein Unterschied ließ sich nicht zeigen.</translation>
    </message>
    <message>
        <source>{share} {chance}: to your ear it does write more like you than before.</source>
        <translation>{share} {chance}: Für Ihr Ohr schreibt es wirklich mehr wie Sie als zuvor.</translation>
    </message>
    <message>
        <source>{share} {chance}: to your ear the model before the training wrote more like you.</source>
        <translation>{share} {chance}: Für Ihr Ohr schrieb das Modell vor dem Training mehr wie Sie.</translation>
    </message>
    <message>
        <source>{size}, once, from the Python package registry</source>
        <translation>{size}, einmalig, aus dem Python-Paketverzeichnis</translation>
    </message>
    <message>
        <source>{state} after {steps}.</source>
        <translation>{state} nach {steps}.</translation>
    </message>
    <message>
        <source>{state} after {steps}.{kept}</source>
        <translation>{state} nach {steps}.{kept}</translation>
    </message>
    <message>
        <source>{step} of {steps}</source>
        <translation>{step} von {steps}</translation>
    </message>
    <message>
        <source>{texts} in {files}</source>
        <translation>{texts} in {files}</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>noch {time}</translation>
    </message>
    <message>
        <source>{title} - report.html</source>
        <translation>{title} - Bericht.html</translation>
    </message>
    <message>
        <source>{title} lore.json</source>
        <translation>{title} Weltwissen.json</translation>
    </message>
    <message>
        <source>{title} was added.</source>
        <translation>{title} wurde hinzugefügt.</translation>
    </message>
    <message>
        <source>{title}: {millions} million weights, {dtype}, {backend}, licence {licence}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tokens}, the pieces of words that {model} reads</source>
        <translation>{tokens}, die Wortstücke, die {model} liest</translation>
    </message>
    <message>
        <source>{used} of {limit} tokens. {dropped}</source>
        <translation>{used} von {limit} Token. {dropped}</translation>
    </message>
    <message>
        <source>{what}, {words} words</source>
        <translation>{what}, {words} Wörter</translation>
    </message>
    <message>
        <source>{word}  (stands there)</source>
        <translation>{word}  (steht da)</translation>
    </message>
    <message>
        <source>{word}, {share}</source>
        <translation>{word}, {share}</translation>
    </message>
    <message>
        <source>“{name}” could not be saved: {reason}. It stays as it is until you close Ownhand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” from {when} was not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was deleted. You find it in “Recently deleted”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was taken over from {program}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was written to {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}”</source>
        <translation>„{title}“</translation>
    </message>
    <message numerus="yes">
        <source>“{title}” is needed by {others}, trained from it. Remove %n of them first.</source>
        <translation>
            <numerusform>„{title}“ wird von {others} gebraucht, das daraus trainiert ist. Entfernen Sie zuerst dieses.</numerusform>
            <numerusform>„{title}“ wird von {others} gebraucht, die daraus trainiert sind. Entfernen Sie zuerst diese.</numerusform>
        </translation>
    </message>
    <message>
        <source>“{title}” was deleted.</source>
        <translation>„{title}“ wurde gelöscht.</translation>
    </message>
    <message>
        <source>“{title}”{through}{how}</source>
        <translation>„{title}“{through}{how}</translation>
    </message>
    <message>
        <source>“{word}” is known until Ownhand is closed, but could not be kept: the file {file} cannot be written. Look whether the disk is full.</source>
        <translation>„{word}“ ist bekannt, bis Ownhand geschlossen wird, konnte aber nicht aufgehoben werden: Die Datei {file} lässt sich nicht schreiben. Sehen Sie nach, ob die Platte voll ist.</translation>
    </message>
    <message>
        <source>“… {text}”</source>
        <translation>„… {text}“</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more, too many to show. Find in folder looks into all.</source>
        <translation>
            <numerusform>… und %n weitere, zu viele zum Zeigen. „Im Ordner suchen“ durchsucht alle.</numerusform>
            <numerusform>… und %n weitere, zu viele zum Zeigen. „Im Ordner suchen“ durchsucht alle.</numerusform>
        </translation>
    </message>
    <message>
        <source>… and more, too long to show here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>⋯ %Ln lines are the same ⋯</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
</TS>
