<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source> </source>
        <translation> </translation>
    </message>
    <message>
        <source> (at first {perplexity})</source>
        <translation> (anfangs {perplexity})</translation>
    </message>
    <message>
        <source> The model is among your models now.</source>
        <translation> Das Modell steht jetzt bei Ihren Modellen.</translation>
    </message>
    <message>
        <source> This model does not know the {script} script: choose another model, or train one from scratch.</source>
        <translation> Dieses Modell kennt die Schrift nicht ({script}): Wählen Sie ein anderes Modell oder trainieren Sie eines von Grund auf.</translation>
    </message>
    <message>
        <source> This model does not know this language: choose another model, or train one from scratch.</source>
        <translation> Dieses Modell kennt diese Sprache nicht: Wählen Sie ein anderes Modell oder trainieren Sie eines von Grund auf.</translation>
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
        <source>%Ln characters at the start of the text do not fit.</source>
        <translation>
            <numerusform>%Ln Zeichen am Anfang des Textes passt nicht hinein.</numerusform>
            <numerusform>%Ln Zeichen am Anfang des Textes passen nicht hinein.</numerusform>
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
        <source>%Ln entries were taken over.</source>
        <translation>
            <numerusform>%Ln Eintrag wurde übernommen.</numerusform>
            <numerusform>%Ln Einträge wurden übernommen.</numerusform>
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
        <source>%Ln lines after it</source>
        <translation>
            <numerusform>%Ln Zeile danach</numerusform>
            <numerusform>%Ln Zeilen danach</numerusform>
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
        <translation>
            <numerusform>%Ln Token</numerusform>
            <numerusform>%Ln Token</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln told now</source>
        <translation>
            <numerusform>%Ln jetzt erzählt</numerusform>
            <numerusform>%Ln jetzt erzählt</numerusform>
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
        <source>%n characters in the middle of a long turn are left out.</source>
        <translation>
            <numerusform>%n Zeichen in der Mitte eines langen Beitrags ist ausgelassen.</numerusform>
            <numerusform>%n Zeichen in der Mitte eines langen Beitrags sind ausgelassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n continuations of it went with it.</source>
        <translation>
            <numerusform>%n Fortsetzung davon ging mit.</numerusform>
            <numerusform>%n Fortsetzungen davon gingen mit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries were deleted. You find them in “Recently deleted”.</source>
        <translation>
            <numerusform>%n Eintrag wurde gelöscht. Sie finden ihn unter „Kürzlich gelöscht“.</numerusform>
            <numerusform>%n Einträge wurden gelöscht. Sie finden sie unter „Kürzlich gelöscht“.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
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
        <translation>
            <numerusform>%n Stelle</numerusform>
            <numerusform>%n Stellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replaced</source>
        <translation>
            <numerusform>%n ersetzt</numerusform>
            <numerusform>%n ersetzt</numerusform>
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
        <source>%n turns</source>
        <translation>
            <numerusform>%n Beitrag</numerusform>
            <numerusform>%n Beiträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n words</source>
        <translation>
            <numerusform>%n Wort</numerusform>
            <numerusform>%n Wörter</numerusform>
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
        <source>&amp;Answer this</source>
        <translation>Hierauf &amp;antworten</translation>
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
        <source>&amp;Branch from here</source>
        <translation>Von hier ab&amp;zweigen</translation>
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
        <translation>Ordner &amp;schließen</translation>
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
        <translation>Text &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
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
        <source>&amp;Insert into the text</source>
        <translation>In den Text &amp;einfügen</translation>
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
        <translation>&amp;Zusammenführen</translation>
    </message>
    <message>
        <source>&amp;Move to …</source>
        <translation>&amp;Verschieben nach …</translation>
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
        <translation>&amp;Öffnen</translation>
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
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>&amp;Zurückholen</translation>
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
        <source>&amp;Save as …</source>
        <translation>&amp;Speichern unter …</translation>
    </message>
    <message>
        <source>&amp;Save settings …</source>
        <translation>Einstellungen &amp;sichern …</translation>
    </message>
    <message>
        <source>&amp;Show in file manager</source>
        <translation>Im &amp;Dateimanager zeigen</translation>
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
        <translation>&amp;Noch einmal versuchen</translation>
    </message>
    <message>
        <source>&amp;Try it on my text</source>
        <translation>An meinem Text &amp;ausprobieren</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Use it</source>
        <translation>&amp;Benutzen</translation>
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
        <translation>&amp;Ganzer Text</translation>
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
        <source>- **{percent} %** {origin}: {words}, {characters} characters</source>
        <translation>- **{percent} %** {origin}: {words}, {characters} Zeichen</translation>
    </message>
    <message>
        <source>- A model that was not noted: {words}</source>
        <translation>- Ein Modell, das nicht vermerkt wurde: {words}</translation>
    </message>
    <message>
        <source>- {model}, preset {preset}: {words}</source>
        <translation>- {model}, Voreinstellung {preset}: {words}</translation>
    </message>
    <message>
        <source>1 entry that cannot be read as JSON, at line {line}</source>
        <translation>1 Eintrag, der sich nicht als JSON lesen lässt, in Zeile {line}</translation>
    </message>
    <message>
        <source>1 entry without text, at line {line}</source>
        <translation>1 Eintrag ohne Text, in Zeile {line}</translation>
    </message>
    <message>
        <source>1 row without text, at line {line}</source>
        <translation>1 Zeile ohne Text, in Zeile {line}</translation>
    </message>
    <message>
        <source>A blind test: choose without knowing which model wrote it</source>
        <translation>Ein Blindtest: wählen, ohne zu wissen, welches Modell es schrieb</translation>
    </message>
    <message>
        <source>A chance below 100 %: such entries are told each time.</source>
        <translation>Eine Chance unter 100 %: Solche Einträge werden jedes Mal gesagt.</translation>
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
        <source>A model made from scratch had nothing to forget; it knows what your texts taught it.</source>
        <translation>Ein von Grund auf gemachtes Modell hatte nichts zu vergessen; es weiß, was Ihre Texte es gelehrt haben.</translation>
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
        <source>A second list of keywords that must also be there.</source>
        <translation>Eine zweite Liste von Stichwörtern, die auch da sein müssen.</translation>
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
        <source>A small English model that continues your text and answers short questions, quick enough for any recent computer.</source>
        <translation>Ein kleines englisches Modell, das Ihren Text fortsetzt und kurze Fragen beantwortet, schnell genug für jeden neueren Rechner.</translation>
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
        <translation>Ein Text ohne Datei von {when} wurde nicht gespeichert.</translation>
    </message>
    <message>
        <source>A trial step did not come to its end. Try “ownhand doctor”; the log says more.</source>
        <translation>Ein Probeschritt kam nicht zu Ende. Versuchen Sie „ownhand doctor“; das Protokoll sagt mehr.</translation>
    </message>
    <message>
        <source>A walk through the GPT-2 guide in Chinese: trains every weight on Tang poems and tells tokens per second before and after. Greedy writing shows whether it goes in circles.</source>
        <translation>Ein Gang durch die GPT-2-Anleitung auf Chinesisch: trainiert alle Gewichte mit Tang-Gedichten und nennt Token pro Sekunde davor und danach. Das stets wahrscheinlichste Wort zeigt, ob es sich im Kreis dreht.</translation>
    </message>
    <message>
        <source>A width of {width} cannot be shared among {heads} heads. Choose fewer heads.</source>
        <translation>Eine Breite von {width} lässt sich nicht auf {heads} Köpfe verteilen. Wählen Sie weniger Köpfe.</translation>
    </message>
    <message>
        <source>A width of {width} cannot be shared evenly among {heads} heads. Choose a number of heads that divides it, or the “post_norm” architecture.</source>
        <translation>Eine Breite von {width} lässt sich nicht gleichmäßig auf {heads} Köpfe verteilen. Wählen Sie eine Zahl von Köpfen, die sie teilt, oder die Architektur „post_norm“.</translation>
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
        <translation>Nach „{words}“</translation>
    </message>
    <message>
        <source>Again after each change</source>
        <translation>Nach jeder Änderung neu</translation>
    </message>
    <message>
        <source>All branches</source>
        <translation>Alle Zweige</translation>
    </message>
    <message>
        <source>All continuations of this text</source>
        <translation>Alle Fortsetzungen dieses Textes</translation>
    </message>
    <message>
        <source>All conversations</source>
        <translation>Alle Gespräche</translation>
    </message>
    <message>
        <source>All entries after the first {count:,}.</source>
        <translation>Alle Einträge nach den ersten {count:,}.</translation>
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
        <source>All of it is more than the model can read at once: its middle is left out.</source>
        <translation>Das Ganze ist mehr, als das Modell auf einmal lesen kann: Die Mitte ist ausgelassen.</translation>
    </message>
    <message>
        <source>All settings off: the model as it is</source>
        <translation>Alle Einstellungen aus: das Modell, wie es ist</translation>
    </message>
    <message>
        <source>All texts stay</source>
        <translation>Alle Texte bleiben</translation>
    </message>
    <message>
        <source>Always taking the likeliest words leads there; the Balanced preset does not.</source>
        <translation>Immer die wahrscheinlichsten Wörter zu nehmen führt dorthin; die Voreinstellung „Ausgewogen“ nicht.</translation>
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
        <source>Anew</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Another</source>
        <translation>Ein anderer</translation>
    </message>
    <message>
        <source>Another Ownhand is adding or removing a model just now. Wait until it is done and try again.</source>
        <translation>Ein anderes Ownhand fügt gerade ein Modell hinzu oder entfernt eines. Warten Sie, bis es fertig ist, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Another text came this time. {why} The page stays as it is.</source>
        <translation>Diesmal kam ein anderer Text. {why} Die Seite bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>Arabisch</translation>
    </message>
    <message>
        <source>Armenian</source>
        <translation>Armenisch</translation>
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
        <source>Ask about this text …</source>
        <translation>Zu diesem Text fragen …</translation>
    </message>
    <message>
        <source>Ask anew</source>
        <translation>Neu fragen</translation>
    </message>
    <message>
        <source>Ask for another proposal</source>
        <translation>Um einen anderen Vorschlag bitten</translation>
    </message>
    <message>
        <source>Ask for ideas, a name, another opinion. “Ask about this text” in the menu Write shows the model the selection or the whole text.

What is said here stays on this machine.</source>
        <translation>Fragen Sie nach Einfällen, einem Namen, einer anderen Meinung. „Zu diesem Text fragen“ im Menü „Schreiben“ zeigt dem Modell die Auswahl oder den ganzen Text.

Was hier gesagt wird, bleibt auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Ask something … {key} sends</source>
        <translation>Fragen Sie etwas … {key} sendet</translation>
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
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Back to &amp;neutral</source>
        <translation>Zurück auf &amp;neutral</translation>
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
        <translation>Zurück zu den Texten</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Ausgewogen</translation>
    </message>
    <message>
        <source>Banned tokens by number: they mean something else to each model.</source>
        <translation>Verbotene Token nach Nummer: Sie bedeuten für jedes Modell etwas anderes.</translation>
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
        <source>Bengali</source>
        <translation>Bengalisch</translation>
    </message>
    <message>
        <source>Beside it</source>
        <translation>Daneben</translation>
    </message>
    <message>
        <source>Biases of tokens by number: they mean something else to each model.</source>
        <translation>Gewichtungen von Token nach Nummer: Sie bedeuten für jedes Modell etwas anderes.</translation>
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
        <translation>Beide Fassungen sind auf der Seite zusammengeführt, noch nicht gespeichert. „Rückgängig“ holt Ihre zurück; beide stehen bei den Fassungen.</translation>
    </message>
    <message>
        <source>Both, yours first</source>
        <translation>Beide, Ihre zuerst</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Zurückholen</translation>
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
        <source>Bulgarian</source>
        <translation>Bulgarisch</translation>
    </message>
    <message>
        <source>Burmese</source>
        <translation>Birmanisch</translation>
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
        <source>Call me after seconds</source>
        <translation>Mich rufen nach Sekunden</translation>
    </message>
    <message>
        <source>Call me with a sound</source>
        <translation>Mich mit einem Ton rufen</translation>
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
        <source>Change tone</source>
        <translation>Ton ändern</translation>
    </message>
    <message>
        <source>Changed by you.</source>
        <translation>Von Ihnen geändert.</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>Zeichen</translation>
    </message>
    <message>
        <source>Characters without spaces</source>
        <translation>Zeichen ohne Leerzeichen</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Check &amp;spelling</source>
        <translation>Rechtschreibun&amp;g prüfen</translation>
    </message>
    <message>
        <source>Checking the download</source>
        <translation>Der Download wird geprüft</translation>
    </message>
    <message>
        <source>Checking the file</source>
        <translation>Die Datei wird geprüft</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>Chinesisch</translation>
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
        <source>Choose the folders with your texts first.</source>
        <translation>Wählen Sie zuerst die Ordner mit Ihren Texten.</translation>
    </message>
    <message>
        <source>Choose this preset whenever the model is loaded</source>
        <translation>Diese Voreinstellung wählen, wann immer das Modell geladen wird</translation>
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
        <translation>Ein Klick auf ein Wort oder Strg+Leertaste zeigt andere</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close Ownhand</source>
        <translation>Ownhand schließen</translation>
    </message>
    <message>
        <source>Close the proposal</source>
        <translation>Vorschlag schließen</translation>
    </message>
    <message>
        <source>Close the proposal; the text stays as it is (Esc)</source>
        <translation>Vorschlag schließen; der Text bleibt, wie er ist (Esc)</translation>
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
        <source>Co&amp;py</source>
        <translation>Ko&amp;pieren</translation>
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
        <translation>Wird mit dem jetzigen Text verglichen …</translation>
    </message>
    <message>
        <source>Continuations to choose from</source>
        <translation>Fortsetzungen zur Auswahl</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiterschreiben</translation>
    </message>
    <message>
        <source>Continue from here</source>
        <translation>Von hier weiterschreiben</translation>
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
        <source>Conversations</source>
        <translation>Gespräche</translation>
    </message>
    <message>
        <source>Copy it as it was</source>
        <translation>Kopieren, wie es war</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <source>Copy the other text</source>
        <translation>Den anderen Text kopieren</translation>
    </message>
    <message>
        <source>Could not be deleted for good: {list}. It is still in the list; you may remove it from {folder} by hand.</source>
        <translation>Konnte nicht endgültig gelöscht werden: {list}. Es steht noch in der Liste; Sie können es von Hand aus {folder} entfernen.</translation>
    </message>
    <message>
        <source>Counting the characters in your texts</source>
        <translation>Die Zeichen in Ihren Texten werden gezählt</translation>
    </message>
    <message>
        <source>Counting the tokens in your texts</source>
        <translation>Die Token in Ihren Texten werden gezählt</translation>
    </message>
    <message>
        <source>Counting tokens</source>
        <translation>Token werden gezählt</translation>
    </message>
    <message>
        <source>Counting words</source>
        <translation>Wörter werden gezählt</translation>
    </message>
    <message>
        <source>Creative</source>
        <translation>Kreativ</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Eingabe</translation>
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
        <source>Cutting the texts into tokens</source>
        <translation>Die Texte werden in Token geschnitten</translation>
    </message>
    <message>
        <source>Cyrillic</source>
        <translation>Kyrillisch</translation>
    </message>
    <message>
        <source>Czech</source>
        <translation>Tschechisch</translation>
    </message>
    <message>
        <source>D&amp;uplicate</source>
        <translation>&amp;Duplizieren</translation>
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
    <message>
        <source>Danish</source>
        <translation>Dänisch</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n entries for good?</source>
        <translation>
            <numerusform>%n Eintrag endgültig löschen?</numerusform>
            <numerusform>%n Einträge endgültig löschen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Endgültig löschen</translation>
    </message>
    <message>
        <source>Delete for good …</source>
        <translation>Endgültig löschen …</translation>
    </message>
    <message>
        <source>Delete the conversation</source>
        <translation>Gespräch löschen</translation>
    </message>
    <message>
        <source>Delete the entry</source>
        <translation>Eintrag löschen</translation>
    </message>
    <message>
        <source>Delete the preset</source>
        <translation>Voreinstellung löschen</translation>
    </message>
    <message>
        <source>Delete the variant</source>
        <translation>Variante löschen</translation>
    </message>
    <message>
        <source>Delete this persona</source>
        <translation>Diese Persona löschen</translation>
    </message>
    <message>
        <source>Delete what is old …</source>
        <translation>Altes löschen …</translation>
    </message>
    <message>
        <source>Delete “{name}” for good?</source>
        <translation>„{name}“ endgültig löschen?</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Devanagari</source>
        <translation>Devanagari</translation>
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
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>Das Kontingent auf der Platte ist ausgeschöpft</translation>
    </message>
    <message>
        <source>Do not ask about this text</source>
        <translation>Nicht zu diesem Text fragen</translation>
    </message>
    <message>
        <source>Do not repeat phrases</source>
        <translation>Wendungen nicht wiederholen</translation>
    </message>
    <message>
        <source>Don&apos;t save</source>
        <translation>Nicht speichern</translation>
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
        <source>Downloading</source>
        <translation>Wird heruntergeladen</translation>
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
        <translation>Meine Änderungen in der Leiste fallen lassen</translation>
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
        <source>Earlier turns</source>
        <translation>Frühere Beiträge</translation>
    </message>
    <message>
        <source>Editor</source>
        <translation>Lektor</translation>
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
        <source>Empty the field</source>
        <translation>Feld leeren</translation>
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
        <source>End with a whole sentence</source>
        <translation>Mit einem ganzen Satz enden</translation>
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
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Enter puts the selected variant into the text.</source>
        <translation>Eingabe setzt die gewählte Variante in den Text.</translation>
    </message>
    <message>
        <source>Enter sends the question</source>
        <translation>Eingabe sendet die Frage</translation>
    </message>
    <message>
        <source>Entries in the vocabulary</source>
        <translation>Einträge im Wortschatz</translation>
    </message>
    <message>
        <source>Entries without a text.</source>
        <translation>Einträge ohne Text.</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Ethiopic</source>
        <translation>Äthiopisch</translation>
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
        <source>Expand</source>
        <translation>Ausbauen</translation>
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
        <source>Fetching a model</source>
        <translation>Ein Modell wird geholt</translation>
    </message>
    <message>
        <source>Fetching the weights</source>
        <translation>Die Gewichte werden geholt</translation>
    </message>
    <message>
        <source>Fetching {name}</source>
        <translation>{name} wird geholt</translation>
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
        <translation>Suchen</translation>
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
        <translation>Nach einem Muster suchen (regulärer Ausdruck)</translation>
    </message>
    <message>
        <source>Find a preset</source>
        <translation>Voreinstellung suchen</translation>
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
        <translation>In diesem Ordner suchen</translation>
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
        <translation>Weitersuchen</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>Rückwärts suchen</translation>
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
        <source>Finnish</source>
        <translation>Finnisch</translation>
    </message>
    <message>
        <source>First reader</source>
        <translation>Erste Leserin</translation>
    </message>
    <message>
        <source>Fitting Ownhand to this processor, once, for about half a minute</source>
        <translation>Ownhand wird einmalig an diesen Prozessor angepasst, etwa eine halbe Minute</translation>
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
        <source>General English surprises it {amount} less than before (between {least} and {most}): nothing was forgotten.</source>
        <translation>Allgemeines Englisch überrascht es um {amount} weniger als zuvor (zwischen {least} und {most}): Nichts wurde vergessen.</translation>
    </message>
    <message>
        <source>Generate identically</source>
        <translation>Identisch erzeugen</translation>
    </message>
    <message>
        <source>Generated passages</source>
        <translation>Erzeugte Passagen</translation>
    </message>
    <message>
        <source>Georgian</source>
        <translation>Georgisch</translation>
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
        <source>Give the persona a name first.</source>
        <translation>Geben Sie der Persona zuerst einen Namen.</translation>
    </message>
    <message>
        <source>Give the preset a name of at most {longest_name} characters.</source>
        <translation>Geben Sie der Voreinstellung einen Namen von höchstens {longest_name} Zeichen.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
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
        <translation>Zur nächsten Fundstelle gehen</translation>
    </message>
    <message>
        <source>Go to the next word that the dictionary does not know</source>
        <translation>Zum nächsten Wort gehen, das das Wörterbuch nicht kennt</translation>
    </message>
    <message>
        <source>Go to the place found before</source>
        <translation>Zur vorigen Fundstelle gehen</translation>
    </message>
    <message>
        <source>Goes with {model}</source>
        <translation>Gehört zu {model}</translation>
    </message>
    <message>
        <source>Greedy</source>
        <translation>Gierig</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>Griechisch</translation>
    </message>
    <message>
        <source>Gujarati</source>
        <translation>Gujarati</translation>
    </message>
    <message>
        <source>Gurmukhi</source>
        <translation>Gurmukhi</translation>
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
        <source>Han</source>
        <translation>Chinesische Zeichen</translation>
    </message>
    <message>
        <source>Hangul</source>
        <translation>Hangul</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>Köpfe</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>Hebräisch</translation>
    </message>
    <message>
        <source>Held-out perplexity {perplexity}{before}</source>
        <translation>Perplexität auf ungesehenen Seiten {perplexity}{before}</translation>
    </message>
    <message>
        <source>Help with that</source>
        <translation>Das beheben</translation>
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
        <translation>Hoher &amp;Kontrast</translation>
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
        <translation>Wie weit das Wortziel ist</translation>
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
        <source>How many continuations “Write several” has written side by side.</source>
        <translation>Wie viele Fortsetzungen „Mehrere schreiben“ nebeneinander schreiben lässt.</translation>
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
        <source>How this was counted</source>
        <translation>Wie gezählt wurde</translation>
    </message>
    <message>
        <source>How well it foretells pages that it does not learn from</source>
        <translation>Wie gut es Seiten vorhersagt, aus denen es nicht lernt</translation>
    </message>
    <message>
        <source>Hungarian</source>
        <translation>Ungarisch</translation>
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
        <translation>In Gebrauch</translation>
    </message>
    <message>
        <source>Indexing the texts</source>
        <translation>Die Texte werden verzeichnet</translation>
    </message>
    <message>
        <source>Indexing the texts this model learned from</source>
        <translation>Die Lerntexte dieses Modells werden verzeichnet</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>Ein- oder Ausgabefehler</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Einfügen</translation>
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
        <source>It cannot be read ({problem}).</source>
        <translation>Es lässt sich nicht lesen ({problem}).</translation>
    </message>
    <message>
        <source>It continues {known} of {count} training passages word for word, no more than the model it came from ({before}).</source>
        <translation>Es setzt {known} von {count} Trainingsstellen Wort für Wort fort, nicht mehr als das Modell, aus dem es entstand ({before}).</translation>
    </message>
    <message>
        <source>It ends: “{ending}”</source>
        <translation>Er endet: „{ending}“</translation>
    </message>
    <message>
        <source>It goes on.</source>
        <translation>Es geht weiter.</translation>
    </message>
    <message>
        <source>It has forgotten a little: general English surprises it {amount} more than before (between {least} and {most}). Fewer steps or a lower learning rate forget less.</source>
        <translation>Es hat ein wenig vergessen: Allgemeines Englisch überrascht es um {amount} mehr als zuvor (zwischen {least} und {most}). Weniger Schritte oder eine kleinere Lernrate vergessen weniger.</translation>
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
        <translation>Es wird aufgehoben, bis Sie es endgültig löschen.</translation>
    </message>
    <message>
        <source>It is not known where this was. Choose a folder for it.</source>
        <translation>Es ist nicht bekannt, wo dies war. Wählen Sie einen Ordner dafür.</translation>
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
        <source>It was one of several that were written at once.</source>
        <translation>Es war eine von mehreren, die zugleich geschrieben wurden.</translation>
    </message>
    <message>
        <source>It was written by another version of Ownhand.</source>
        <translation>Es wurde von einer anderen Fassung von Ownhand geschrieben.</translation>
    </message>
    <message>
        <source>It was written for another version of Ownhand.</source>
        <translation>Es wurde für eine andere Fassung von Ownhand geschrieben.</translation>
    </message>
    <message>
        <source>It was written on {then}; this is {now}.</source>
        <translation>Es wurde auf {then} geschrieben; dies ist {now}.</translation>
    </message>
    <message>
        <source>It was written with {then}; here is {now}.</source>
        <translation>Es wurde mit {then} geschrieben; hier ist {now}.</translation>
    </message>
    <message>
        <source>It writes general English as well as before: no loss could be seen.</source>
        <translation>Es schreibt allgemeines Englisch so gut wie zuvor: Ein Verlust war nicht zu sehen.</translation>
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
        <source>Its configuration belongs to another family.</source>
        <translation>Seine Konfiguration gehört zu einer anderen Familie.</translation>
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
        <source>Japanese</source>
        <translation>Japanisch</translation>
    </message>
    <message>
        <source>Kana</source>
        <translation>Kana</translation>
    </message>
    <message>
        <source>Kannada</source>
        <translation>Kannada</translation>
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
        <translation>Meine behalten</translation>
    </message>
    <message>
        <source>Keep the line that is written in the middle of the window</source>
        <translation>Die Zeile, an der geschrieben wird, in der Mitte des Fensters halten</translation>
    </message>
    <message>
        <source>Keep these words under this name</source>
        <translation>Diese Worte unter diesem Namen behalten</translation>
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
        <source>KerasHub cannot read {name}: it is damaged, not whole, or of another model. Get the preset again.</source>
        <translation>KerasHub kann {name} nicht lesen: beschädigt, nicht vollständig oder von einem anderen Modell. Holen Sie das Preset noch einmal.</translation>
    </message>
    <message>
        <source>KerasHub could not fetch {name} of “{handle}”. Check the name and the connection, or get the preset by other means and add its directory. Nothing was installed.</source>
        <translation>KerasHub konnte {name} von „{handle}“ nicht holen. Prüfen Sie Namen und Verbindung, oder holen Sie das Preset anders und fügen Sie seinen Ordner hinzu. Es wurde nichts installiert.</translation>
    </message>
    <message>
        <source>KerasHub gives two weights of a {class_name} the same name.</source>
        <translation>KerasHub gibt zwei Gewichten eines {class_name} denselben Namen.</translation>
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
        <source>Keywords that must not be there.</source>
        <translation>Stichwörter, die nicht da sein dürfen.</translation>
    </message>
    <message>
        <source>Khmer</source>
        <translation>Khmer</translation>
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
        <source>Korean</source>
        <translation>Koreanisch</translation>
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
        <source>Lao</source>
        <translation>Laotisch</translation>
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
        <source>Latin</source>
        <translation>Lateinisch</translation>
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
        <source>Leave it</source>
        <translation>So lassen</translation>
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
        <translation>
            <numerusform>Ausgelassen: %n</numerusform>
            <numerusform>Ausgelassen: %n</numerusform>
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
        <source>Length of the conversation</source>
        <translation>Länge des Gesprächs</translation>
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
        <translation>Zeile {line}: {text}</translation>
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
        <source>LoRA cannot train {value}; the parts of this model are {list}.</source>
        <translation>LoRA kann {value} nicht trainieren; die Teile dieses Modells sind {list}.</translation>
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
        <translation>Laden Sie ein Modell, um eine Voreinstellung an Ihrem Text auszuprobieren.</translation>
    </message>
    <message>
        <source>Load the other version</source>
        <translation>Die andere Fassung laden</translation>
    </message>
    <message>
        <source>Load {model}</source>
        <translation>{model} laden</translation>
    </message>
    <message>
        <source>Load {model} and write it</source>
        <translation>{model} laden und schreiben</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>Das Modell wird geladen</translation>
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
        <source>Looking at the texts this model learned from</source>
        <translation>Die Lerntexte dieses Modells werden angesehen</translation>
    </message>
    <message>
        <source>Looking for duplicates</source>
        <translation>Dubletten werden gesucht</translation>
    </message>
    <message>
        <source>Looking for licences and repeated lines</source>
        <translation>Lizenzen und wiederholte Zeilen werden gesucht</translation>
    </message>
    <message>
        <source>Looking for memorised passages</source>
        <translation>Auswendig gelernte Stellen werden gesucht</translation>
    </message>
    <message>
        <source>Looking for models</source>
        <translation>Modelle werden gesucht</translation>
    </message>
    <message>
        <source>Looking for the download</source>
        <translation>Der Download wird gesucht</translation>
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
        <translation>Wird gesucht …</translation>
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
        <source>Making a vocabulary of your texts</source>
        <translation>Aus Ihren Texten entsteht ein Wortschatz</translation>
    </message>
    <message>
        <source>Malayalam</source>
        <translation>Malayalam</translation>
    </message>
    <message>
        <source>Mar&amp;k passages copied from training texts</source>
        <translation>Aus &amp;Trainingstexten übernommene Stellen markieren</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
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
        <translation>Zusammenführen</translation>
    </message>
    <message>
        <source>Merge …</source>
        <translation>Zusammenführen …</translation>
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
        <source>Model, text and settings are the same, so the reason lies in what Ownhand does not note.</source>
        <translation>Modell, Text und Einstellungen sind gleich; der Grund liegt also in etwas, das Ownhand nicht vermerkt.</translation>
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
        <translation>Mehr zu diesem Ordner</translation>
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
        <translation>Mehr: Voreinstellungen übernehmen und weitergeben</translation>
    </message>
    <message>
        <source>Move here</source>
        <translation>Hierher verschieben</translation>
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
        <translation>Verschieben nach</translation>
    </message>
    <message>
        <source>My preset</source>
        <translation>Meine Voreinstellung</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name of the persona</source>
        <translation>Name der Persona</translation>
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
        <translation>Neuer &amp;Ordner</translation>
    </message>
    <message>
        <source>New &amp;text</source>
        <translation>Neuer &amp;Text</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Neues Gespräch</translation>
    </message>
    <message>
        <source>New entry</source>
        <translation>Neuer Eintrag</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Neuer Ordner</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Neuer Name</translation>
    </message>
    <message>
        <source>New preset</source>
        <translation>Neue Voreinstellung</translation>
    </message>
    <message>
        <source>New subjects</source>
        <translation>Neue Themen</translation>
    </message>
    <message>
        <source>New text</source>
        <translation>Neuer Text</translation>
    </message>
    <message>
        <source>Next copied passa&amp;ge</source>
        <translation>Nä&amp;chste übernommene Stelle</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Nächste Stelle</translation>
    </message>
    <message>
        <source>Next un&amp;known word</source>
        <translation>Nächstes &amp;unbekanntes Wort</translation>
    </message>
    <message>
        <source>Next word guessed right {share}</source>
        <translation>Nächstes Wort richtig geraten {share}</translation>
    </message>
    <message>
        <source>No GPU that {backend} can use was found. Set the device to auto or cpu, or install the GPU extra.</source>
        <translation>Es wurde keine GPU gefunden, die {backend} benutzen kann. Stellen Sie das Gerät auf auto oder cpu, oder installieren Sie das GPU-Extra.</translation>
    </message>
    <message>
        <source>No conversation has all of these words.</source>
        <translation>Kein Gespräch enthält alle diese Wörter.</translation>
    </message>
    <message>
        <source>No file manager opened. The folder is {folder}</source>
        <translation>Es öffnete sich kein Dateimanager. Der Ordner ist {folder}</translation>
    </message>
    <message>
        <source>No improvement: on pages it never saw, this model is exactly as surprised by your writing as before.</source>
        <translation>Keine Verbesserung: Auf Seiten, die es nie sah, ist dieses Modell von Ihrem Schreiben genauso überrascht wie zuvor.</translation>
    </message>
    <message>
        <source>No improvement: on pages it never saw, this model is {amount} more surprised by your writing than before (between {least} and {most}).</source>
        <translation>Keine Verbesserung: Auf Seiten, die es nie sah, ist dieses Modell von Ihrem Schreiben um {amount} stärker überrascht als zuvor (zwischen {least} und {most}).</translation>
    </message>
    <message>
        <source>No improvement: on pages it never saw, this model is {drift} surprised by your writing, which may be chance (between {less} less and {more} more).</source>
        <translation>Keine Verbesserung: Auf Seiten, die es nie sah, ist dieses Modell von Ihrem Schreiben {drift} überrascht, was Zufall sein kann (zwischen {less} weniger und {more} mehr).</translation>
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
        <translation>Es ist kein Modell geladen.</translation>
    </message>
    <message>
        <source>No model is loaded. Choose a model first.</source>
        <translation>Es ist kein Modell geladen. Wählen Sie zuerst eines.</translation>
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
        <source>None of {count} training passages was continued word for word. With so few looked at, up to {bound} of all passages still might be.</source>
        <translation>Keine von {count} Trainingsstellen wurde Wort für Wort fortgesetzt. Da so wenige angesehen wurden, könnten es dennoch bis zu {bound} aller Stellen sein.</translation>
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
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Nothing at the caret was written by the model yet. Put the caret where it should go on and have it write several continuations at once; take the one you like. Every continuation is kept here, also those that Retry puts aside.</source>
        <translation>An der Schreibmarke hat das Modell noch nichts geschrieben. Setzen Sie die Schreibmarke dorthin, wo es weitergehen soll, und lassen Sie mehrere Fortsetzungen zugleich schreiben; nehmen Sie die, die Ihnen gefällt. Jede Fortsetzung wird hier aufgehoben, auch die, die „Neuer Versuch“ beiseitelegt.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message numerus="yes">
        <source>Nothing found in %n texts.</source>
        <translation>
            <numerusform>Nichts gefunden in %n Text.</numerusform>
            <numerusform>Nichts gefunden in %n Texten.</numerusform>
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
        <source>Nothing is left of the texts once duplicates, boilerplate and short paragraphs are taken away. Choose folders with more of your own writing, or clean less.</source>
        <translation>Von den Texten bleibt nichts, wenn Dubletten, Boilerplate und kurze Absätze wegfallen. Wählen Sie Ordner mit mehr Eigenem, oder bereinigen Sie weniger.</translation>
    </message>
    <message>
        <source>Nothing like it in the dictionary</source>
        <translation>Nichts Ähnliches im Wörterbuch</translation>
    </message>
    <message>
        <source>Nothing was held out of your texts, so it cannot be said how well this model knows your writing. Train on more text, or hold a part of it out, to find out.</source>
        <translation>Von Ihren Texten wurde nichts zurückbehalten; daher lässt sich nicht sagen, wie gut dieses Modell Ihr Schreiben kennt. Trainieren Sie mit mehr Text, oder behalten Sie einen Teil zurück, um es zu erfahren.</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Noch nichts</translation>
    </message>
    <message>
        <source>Nothing. What you delete here is kept, and can be brought back from this list.</source>
        <translation>Nichts. Was Sie hier löschen, wird aufgehoben und lässt sich aus dieser Liste zurückholen.</translation>
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
        <source>On pages it never saw, this model is {amount} less surprised by your writing (between {least} and {most}).</source>
        <translation>Auf Seiten, die es nie sah, ist dieses Modell von Ihrem Schreiben um {amount} weniger überrascht (zwischen {least} und {most}).</translation>
    </message>
    <message>
        <source>On pages it never saw, this model is {amount} less surprised by your writing than before it had read any (between {least} and {most}).</source>
        <translation>Auf Seiten, die es nie sah, ist dieses Modell von Ihrem Schreiben um {amount} weniger überrascht, als bevor es etwas davon gelesen hatte (zwischen {least} und {most}).</translation>
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
        <translation>Nur in der Auswahl</translation>
    </message>
    <message>
        <source>Only the likelier half of the odds counts: sure-footed where the model is sure, freer where it is not.</source>
        <translation>Nur die wahrscheinlichere Hälfte zählt: trittsicher, wo das Modell sicher ist, freier, wo nicht.</translation>
    </message>
    <message>
        <source>Only the page. {keys} brings everything back.</source>
        <translation>Nur die Seite. {keys} holt alles zurück.</translation>
    </message>
    <message>
        <source>Only this many of the likeliest tokens may be chosen; 0 is no limit.</source>
        <translation>Nur so viele der wahrscheinlichsten Token stehen zur Wahl; 0 ist ohne Grenze.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open &amp;another folder …</source>
        <translation>&amp;Anderen Ordner öffnen …</translation>
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
        <translation>Eine Kopie öffnen</translation>
    </message>
    <message>
        <source>Open a folder of texts</source>
        <translation>Einen Ordner mit Texten öffnen</translation>
    </message>
    <message>
        <source>Open a folder …</source>
        <translation>Ordner öffnen …</translation>
    </message>
    <message>
        <source>Open a text</source>
        <translation>Einen Text öffnen</translation>
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
        <translation>Öffnen Sie den Ordner, in dem Ihre Texte liegen. Sie bleiben dort, als die einfachen Dateien, die sie sind.</translation>
    </message>
    <message>
        <source>Open the log folder</source>
        <translation>Protokollordner öffnen</translation>
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
        <source>Opening the weights with KerasHub</source>
        <translation>Die Gewichte werden mit KerasHub geöffnet</translation>
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
        <translation>Andere Wörter für diese Stelle …</translation>
    </message>
    <message>
        <source>Otherwise Ctrl+Enter sends it, and Enter begins a new line.</source>
        <translation>Sonst sendet Strg+Eingabe, und Eingabe beginnt eine neue Zeile.</translation>
    </message>
    <message>
        <source>Ownhand cannot train on {backend}. Choose tensorflow or jax as the backend, in the settings or with KERAS_BACKEND.</source>
        <translation>Ownhand kann mit {backend} nicht trainieren. Wählen Sie tensorflow oder jax als Backend, in den Einstellungen oder mit KERAS_BACKEND.</translation>
    </message>
    <message>
        <source>Ownhand cannot use this preset: {list}. Choose another model.</source>
        <translation>Ownhand kann dieses Preset nicht benutzen: {list}. Wählen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>Ownhand cannot write with a {class_name} model; it knows {known}.</source>
        <translation>Ownhand kann mit einem {class_name}-Modell nicht schreiben; es kennt {known}.</translation>
    </message>
    <message>
        <source>Ownhand does not know what kind of model “{name}” is. It can add: {kinds}.</source>
        <translation>Ownhand weiß nicht, was für ein Modell „{name}“ ist. Hinzufügen lassen sich: {kinds}.</translation>
    </message>
    <message>
        <source>Ownhand itself</source>
        <translation>Ownhand selbst</translation>
    </message>
    <message>
        <source>Ownhand marks each character when it comes into the text: what the keyboard or an input method brings is typed, what is pasted or dropped from outside is pasted, what a model on this machine wrote is generated. A generated word that was changed later counts as edited, with what was typed inside it. Text moved within Ownhand keeps its mark.</source>
        <translation>Ownhand kennzeichnet jedes Zeichen, wenn es in den Text kommt: Was Tastatur oder Eingabemethode bringen, ist getippt; was von außen eingefügt oder abgelegt wird, ist eingefügt; was ein Modell auf diesem Rechner schrieb, ist erzeugt. Ein erzeugtes Wort, das später geändert wurde, gilt als bearbeitet, samt dem, was darin getippt wurde. Text, der innerhalb von Ownhand verschoben wird, behält sein Kennzeichen.</translation>
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
        <source>Packing</source>
        <translation>Wird gepackt</translation>
    </message>
    <message>
        <source>Packing the weights, once for each model</source>
        <translation>Gewichte werden gepackt, einmal für jedes Modell</translation>
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
        <translation>Absätze</translation>
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
        <source>Passage of {title}</source>
        <translation>Stelle aus {title}</translation>
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
        <source>Patterns instead of keywords (regular expressions): they match nothing.</source>
        <translation>Muster statt Stichwörtern (reguläre Ausdrücke): Sie treffen nichts.</translation>
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
        <translation>Stelle {number} von {total}</translation>
    </message>
    <message>
        <source>Placeholders such as {{user}}: they stay in the text as they are.</source>
        <translation>Platzhalter wie {{user}}: Sie bleiben im Text, wie sie sind.</translation>
    </message>
    <message>
        <source>Places found</source>
        <translation>Fundstellen</translation>
    </message>
    <message>
        <source>Plain assistant</source>
        <translation>Schlichter Assistent</translation>
    </message>
    <message>
        <source>Plain prose</source>
        <translation>Schlichte Prosa</translation>
    </message>
    <message>
        <source>Plain text (*.txt)</source>
        <translation>Reiner Text (*.txt)</translation>
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
        <source>Polish</source>
        <translation>Polnisch</translation>
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
        <source>Preparing the first step</source>
        <translation>Der erste Schritt wird vorbereitet</translation>
    </message>
    <message>
        <source>Preparing the model {what} up to {capacity:,} tokens</source>
        <translation>Das Modell wird für bis zu {capacity:,} Token vorbereitet ({what})</translation>
    </message>
    <message>
        <source>Preparing to write</source>
        <translation>Das Schreiben wird vorbereitet</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Voreinstellung</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Voreinstellungen</translation>
    </message>
    <message>
        <source>Presets (*.toml *.yaml *.yml *.json)</source>
        <translation>Voreinstellungen (*.toml *.yaml *.yml *.json)</translation>
    </message>
    <message>
        <source>Presets (*.toml)</source>
        <translation>Voreinstellungen (*.toml)</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>Vorige Stelle</translation>
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
        <source>Proposal</source>
        <translation>Vorschlag</translation>
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
        <translation>Stattdessen einsetzen</translation>
    </message>
    <message>
        <source>Put it back as it was</source>
        <translation>Wiederherstellen, wie es war</translation>
    </message>
    <message>
        <source>Put the last continuation aside and write another</source>
        <translation>Die letzte Fortsetzung beiseitelegen und eine andere schreiben</translation>
    </message>
    <message>
        <source>Put the proposal in the place of the passage (Tab or Enter)</source>
        <translation>Den Vorschlag anstelle der Passage einsetzen (Tab oder Eingabe)</translation>
    </message>
    <message>
        <source>Put this variant into the text and write on at its end</source>
        <translation>Diese Variante in den Text setzen und an ihrem Ende weiterschreiben</translation>
    </message>
    <message>
        <source>Put this version onto the page; Undo brings the present text back</source>
        <translation>Diese Fassung auf die Seite setzen; „Rückgängig“ holt den jetzigen Text zurück</translation>
    </message>
    <message>
        <source>Putting the model into place</source>
        <translation>Das Modell wird an seinen Platz gebracht</translation>
    </message>
    <message>
        <source>Putting the texts away</source>
        <translation>Die Texte werden weggelegt</translation>
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
        <source>Reading pages</source>
        <translation>Seiten werden gelesen</translation>
    </message>
    <message>
        <source>Reading the description of the model</source>
        <translation>Die Beschreibung des Modells wird gelesen</translation>
    </message>
    <message>
        <source>Reading the model</source>
        <translation>Das Modell wird gelesen</translation>
    </message>
    <message>
        <source>Reading the model&apos;s description</source>
        <translation>Die Beschreibung des Modells wird gelesen</translation>
    </message>
    <message>
        <source>Reading the weights</source>
        <translation>Die Gewichte werden gelesen</translation>
    </message>
    <message>
        <source>Reading time</source>
        <translation>Lesezeit</translation>
    </message>
    <message>
        <source>Reading your text</source>
        <translation>Ihr Text wird gelesen</translation>
    </message>
    <message>
        <source>Reading your text …</source>
        <translation>Ihr Text wird gelesen …</translation>
    </message>
    <message>
        <source>Reading your texts</source>
        <translation>Ihre Texte werden gelesen</translation>
    </message>
    <message>
        <source>Reading your texts was ended by the system; most likely there was not enough memory. Your texts are untouched. Choose fewer of them, or close other programs.</source>
        <translation>Das Lesen Ihrer Texte wurde vom System beendet; wahrscheinlich reichte der Speicher nicht. Ihre Texte sind unberührt. Wählen Sie weniger davon, oder schließen Sie andere Programme.</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>{name} wird gelesen</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>Recently deleted</source>
        <translation>Kürzlich gelöscht</translation>
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
        <source>Remove the model and add it again.</source>
        <translation>Entfernen Sie das Modell und fügen Sie es wieder hinzu.</translation>
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
        <source>Removing the model</source>
        <translation>Das Modell wird entfernt</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
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
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>Alle ersetzen</translation>
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
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Retry (Ctrl+Shift+Enter) writes another one; this one stays here, and Alt+Left and Alt+Right go from one to the other.</source>
        <translation>„Neuer Versuch“ (Strg+Umschalt+Eingabe) schreibt eine andere; diese bleibt hier, und Alt+Links und Alt+Rechts gehen von einer zur anderen.</translation>
    </message>
    <message>
        <source>Rewrite</source>
        <translation>Umformulieren</translation>
    </message>
    <message>
        <source>Right before the line that is being written</source>
        <translation>Unmittelbar vor der Zeile, an der geschrieben wird</translation>
    </message>
    <message>
        <source>Romanian</source>
        <translation>Rumänisch</translation>
    </message>
    <message>
        <source>Rounds per step</source>
        <translation>Runden je Schritt</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>Russisch</translation>
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
        <source>SHA-256 of the text (UTF-8, line ends LF): {digest}</source>
        <translation>SHA-256 des Textes (UTF-8, Zeilenenden LF): {digest}</translation>
    </message>
    <message>
        <source>Safe points kept</source>
        <translation>Aufgehobene Sicherungspunkte</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Probe</translation>
    </message>
    <message>
        <source>Sample of {preset}</source>
        <translation>Probe von {preset}</translation>
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
        <translation>Speichern</translation>
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
        <translation>Speichern unter …</translation>
    </message>
    <message>
        <source>Save it again</source>
        <translation>Noch einmal speichern</translation>
    </message>
    <message>
        <source>Save over it</source>
        <translation>Überschreiben</translation>
    </message>
    <message>
        <source>Save over {name}?</source>
        <translation>{name} überschreiben?</translation>
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
        <source>Save the statement</source>
        <translation>Erklärung speichern</translation>
    </message>
    <message>
        <source>Save the text</source>
        <translation>Text speichern</translation>
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
        <translation>{name} speichern?</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Gespeichert als {name}.</translation>
    </message>
    <message>
        <source>Saved as {target}.</source>
        <translation>Gespeichert als {target}.</translation>
    </message>
    <message>
        <source>Scoring the held-out pages</source>
        <translation>Die zurückbehaltenen Seiten werden bewertet</translation>
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
        <source>Search in all conversations</source>
        <translation>In allen Gesprächen suchen</translation>
    </message>
    <message numerus="yes">
        <source>Searching, %n tokens</source>
        <translation>
            <numerusform>Es wird gesucht, %n Token</numerusform>
            <numerusform>Es wird gesucht, %n Token</numerusform>
        </translation>
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
        <source>Select a passage first, or put the caret into a paragraph.</source>
        <translation>Wählen Sie zuerst eine Passage aus, oder setzen Sie die Schreibmarke in einen Absatz.</translation>
    </message>
    <message>
        <source>Select the part of the text first, then press “Selection”.</source>
        <translation>Wählen Sie zuerst den Teil des Textes aus und drücken Sie dann „Auswahl“.</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Sentences</source>
        <translation>Sätze</translation>
    </message>
    <message>
        <source>Sequences are {count} tokens long: the model reads no more at once.</source>
        <translation>Die Sequenzen sind {count} Token lang: Mehr liest das Modell nicht auf einmal.</translation>
    </message>
    <message>
        <source>Set how many words to write, and see how far it is</source>
        <translation>Festlegen, wie viele Wörter es werden sollen, und sehen, wie weit es noch ist</translation>
    </message>
    <message>
        <source>Set the goal</source>
        <translation>Ziel setzen</translation>
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
        <source>Shares</source>
        <translation>Anteile</translation>
    </message>
    <message>
        <source>Shares are of characters, spaces and line ends included. A word counts where its first letter stands. When another program changed the file, lines and words found again kept their marks, and what was new counts as typed.</source>
        <translation>Anteile sind Anteile der Zeichen, mit Leerzeichen und Zeilenenden. Ein Wort zählt dort, wo sein erster Buchstabe steht. Hat ein anderes Programm die Datei geändert, so behielten wiedergefundene Zeilen und Wörter ihr Kennzeichen, und was neu war, gilt als getippt.</translation>
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
        <source>Shorten</source>
        <translation>Kürzen</translation>
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
        <translation>Seitdem kamen {came} Wörter hinzu (unterstrichen), {gone} wurden herausgenommen (durchgestrichen).</translation>
    </message>
    <message>
        <source>Size of the adapters</source>
        <translation>Größe der Adapter</translation>
    </message>
    <message>
        <source>So much of the conversation the model reads, of what it can read at once.</source>
        <translation>So viel vom Gespräch liest das Modell, von dem, was es auf einmal lesen kann.</translation>
    </message>
    <message>
        <source>Something unforeseen went wrong ({kind}). Your text is safe. If it comes back, please report it with the log.</source>
        <translation>Etwas Unvorhergesehenes ging schief ({kind}). Ihr Text ist sicher. Wenn es wiederkommt, melden Sie es bitte mit dem Protokoll.</translation>
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
        <source>Sparring partner</source>
        <translation>Sparringspartner</translation>
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
        <source>Starting KerasHub</source>
        <translation>KerasHub wird gestartet</translation>
    </message>
    <message>
        <source>Starting the run</source>
        <translation>Das Training wird gestartet</translation>
    </message>
    <message>
        <source>Starting {titles}</source>
        <translation>{titles} wird gestartet</translation>
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
        <source>Statement of who wrote what</source>
        <translation>Erklärung, wer was schrieb</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Statistik</translation>
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
        <translation>Suche beenden</translation>
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
        <translation>Angehalten.</translation>
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
        <source>Suggestions come as soon as a model is loaded: Continue loads one.</source>
        <translation>Vorschläge kommen, sobald ein Modell geladen ist: „Weiterschreiben“ lädt eines.</translation>
    </message>
    <message>
        <source>Surprise</source>
        <translation>Überraschung</translation>
    </message>
    <message>
        <source>Swedish</source>
        <translation>Schwedisch</translation>
    </message>
    <message>
        <source>Switching to {title}</source>
        <translation>Es wird zu {title} gewechselt</translation>
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
        <source>Take care before you share it: it continues {known} of {count} training passages word for word; the model it came from continued {before}.</source>
        <translation>Geben Sie es mit Bedacht weiter: Es setzt {known} von {count} Trainingsstellen Wort für Wort fort; das Modell, aus dem es entstand, setzte {before} fort.</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Take over a preset from a file</source>
        <translation>Eine Voreinstellung aus einer Datei übernehmen</translation>
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
        <translation>Herausgenommen</translation>
    </message>
    <message>
        <source>Takes 20,000 words as they are, in small letters, with HTML breaks stripped and punctuation standing alone, and trains one transformer block; 40 words after “this movie is” at every epoch.</source>
        <translation>Nimmt 20.000 Wörter, wie sie sind, in Kleinbuchstaben, ohne HTML-Umbrüche und mit Satzzeichen für sich, und trainiert einen Transformer-Block; bei jedem Durchgang 40 Wörter nach „this movie is“.</translation>
    </message>
    <message>
        <source>Takes the place of this word; what you wrote behind it stays.</source>
        <translation>Tritt an die Stelle dieses Wortes; was Sie dahinter schrieben, bleibt.</translation>
    </message>
    <message>
        <source>Talk with the model about the selection or the whole text</source>
        <translation>Mit dem Modell über die Auswahl oder den ganzen Text sprechen</translation>
    </message>
    <message>
        <source>Tamil</source>
        <translation>Tamil</translation>
    </message>
    <message>
        <source>Tell capitals from small letters</source>
        <translation>Groß- und Kleinschreibung beachten</translation>
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
        <source>Telugu</source>
        <translation>Telugu</translation>
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
        <source>Text {title}</source>
        <translation>Text {title}</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Texts (*.txt *.md *.markdown *.text)</source>
        <translation>Texte (*.txt *.md *.markdown *.text)</translation>
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
        <source>Thai</source>
        <translation>Thai</translation>
    </message>
    <message>
        <source>That was not sure: {why}</source>
        <translation>Das war nicht sicher: {why}</translation>
    </message>
    <message>
        <source>The answer reached the longest length. “Go on” lets it write on.</source>
        <translation>Die Antwort hat die größte Länge erreicht. „Weiter“ lässt sie weiterschreiben.</translation>
    </message>
    <message>
        <source>The archive holds more than it says. Get the file again.</source>
        <translation>Das Archiv enthält mehr, als es angibt. Holen Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <source>The backend {backend} is already in use. Start Ownhand again to change it to {name}.</source>
        <translation>Das Backend {backend} ist schon in Gebrauch. Starten Sie Ownhand neu, um zu {name} zu wechseln.</translation>
    </message>
    <message>
        <source>The backend {backend} is not installed. Install it with: pip install &apos;ownhand{extra}&apos;, or choose tensorflow in the settings.</source>
        <translation>Das Backend {backend} ist nicht installiert. Installieren Sie es mit: pip install &apos;ownhand{extra}&apos;, oder wählen Sie tensorflow in den Einstellungen.</translation>
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
        <source>The conversation cannot be moved ({reason}). It is where it was.</source>
        <translation>Das Gespräch lässt sich nicht verschieben ({reason}). Es ist, wo es war.</translation>
    </message>
    <message>
        <source>The conversation cannot be read from {path}: {reason}. The others are not concerned.</source>
        <translation>Das Gespräch lässt sich nicht aus {path} lesen: {reason}. Die anderen sind nicht betroffen.</translation>
    </message>
    <message>
        <source>The conversation cannot be saved ({reason}). It stays in the window; make room or get the right to write to {folder}, and go on.</source>
        <translation>Das Gespräch lässt sich nicht speichern ({reason}). Es bleibt im Fenster; schaffen Sie Platz oder das Recht, in {folder} zu schreiben, und machen Sie weiter.</translation>
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
        <source>The disk is too full: this model needs {size_in_words} in {parent}, and {size_in_words_2} are free. Nothing was changed. Free some space and try again.</source>
        <translation>Die Platte ist zu voll: Dieses Modell braucht {size_in_words} in {parent}, und {size_in_words_2} sind frei. Es wurde nichts geändert. Schaffen Sie Platz und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The disk refused ({reason}). Your texts are untouched. Make room on the disk, then try again.</source>
        <translation>Die Platte hat abgelehnt ({reason}). Ihre Texte sind unberührt. Schaffen Sie Platz und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The download brought another file than {wheel}. {by_hand}</source>
        <translation>Der Download brachte eine andere Datei als {wheel}. {by_hand}</translation>
    </message>
    <message>
        <source>The download could not be stored: {reason} ({value}). Nothing was installed.</source>
        <translation>Der Download konnte nicht abgelegt werden: {reason} ({value}). Es wurde nichts installiert.</translation>
    </message>
    <message>
        <source>The downloaded file is not the one that was expected (its checksum differs); it was deleted. Try again.</source>
        <translation>Die heruntergeladene Datei ist nicht die erwartete (ihre Prüfsumme weicht ab); sie wurde gelöscht. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The earlier version is on the page. Undo brings the other one back.</source>
        <translation>Die frühere Fassung ist auf der Seite. „Rückgängig“ holt die andere zurück.</translation>
    </message>
    <message>
        <source>The entry</source>
        <translation>Der Eintrag</translation>
    </message>
    <message>
        <source>The file {name} cannot be read ({problem}).</source>
        <translation>Die Datei {name} lässt sich nicht lesen ({problem}).</translation>
    </message>
    <message>
        <source>The file {name} does not fit the weight {name_2}.</source>
        <translation>Die Datei {name} passt nicht zum Gewicht {name_2}.</translation>
    </message>
    <message>
        <source>The file {name} holds an unknown weight, {next}.</source>
        <translation>Die Datei {name} enthält ein unbekanntes Gewicht, {next}.</translation>
    </message>
    <message>
        <source>The file {name} is not whole: {size} bytes of {value}.</source>
        <translation>Die Datei {name} ist nicht vollständig: {size} von {value} Bytes.</translation>
    </message>
    <message>
        <source>The file {name} lacks the weight {name_2} in the shape {shape}.</source>
        <translation>Der Datei {name} fehlt das Gewicht {name_2} in der Form {shape}.</translation>
    </message>
    <message>
        <source>The file {tokenizer_file} is missing.</source>
        <translation>Die Datei {tokenizer_file} fehlt.</translation>
    </message>
    <message>
        <source>The folder itself stays as it is (Delete)</source>
        <translation>Der Ordner selbst bleibt, wie er ist (Entf)</translation>
    </message>
    <message>
        <source>The folder of {name} is not there any more; its disk may have been taken out. The page still holds your text.</source>
        <translation>Den Ordner von {name} gibt es nicht mehr; vielleicht wurde der Datenträger entfernt. Die Seite hält Ihren Text noch.</translation>
    </message>
    <message>
        <source>The goal holds until Ownhand is closed, but could not be kept ({reason}). Your text is not touched by that.</source>
        <translation>Das Ziel gilt, bis Ownhand geschlossen wird, konnte aber nicht festgehalten werden ({reason}). Ihr Text ist davon nicht berührt.</translation>
    </message>
    <message>
        <source>The line below the page shows how far you are. 0 means no goal.</source>
        <translation>Die Zeile unter der Seite zeigt, wie weit Sie sind. 0 heißt kein Ziel.</translation>
    </message>
    <message>
        <source>The list of passages in your texts cannot be stored in {parent} ({reason}). Your texts are untouched. Free some space on that disk, then try again.</source>
        <translation>Das Verzeichnis der Stellen in Ihren Texten lässt sich nicht in {parent} ablegen ({reason}). Ihre Texte sind unberührt. Schaffen Sie Platz auf dieser Platte und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The lore cannot be written to {name}: {reason}. Choose another place.</source>
        <translation>Das Weltwissen kann nicht in {name} geschrieben werden: {reason}. Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>The memory and lore of this text are damaged and cannot be used. The text itself is safe; the damaged file stays at {path}.</source>
        <translation>Gedächtnis und Weltwissen dieses Textes sind beschädigt und lassen sich nicht benutzen. Der Text selbst ist sicher; die beschädigte Datei bleibt hier: {path}.</translation>
    </message>
    <message>
        <source>The memory and lore of this text cannot be read: {reason}. The text itself is safe.</source>
        <translation>Gedächtnis und Weltwissen dieses Textes lassen sich nicht lesen: {reason}. Der Text selbst ist sicher.</translation>
    </message>
    <message>
        <source>The memory and lore of this text cannot be saved: {reason}. They stay in the window; make room or get the right to write, and change them once more.</source>
        <translation>Gedächtnis und Weltwissen dieses Textes lassen sich nicht speichern: {reason}. Sie bleiben im Fenster; schaffen Sie Platz oder das Recht zu schreiben, und ändern Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>The memory and lore of this text were written by a newer Ownhand. Update Ownhand to use them; the text itself is safe.</source>
        <translation>Gedächtnis und Weltwissen dieses Textes wurden von einem neueren Ownhand geschrieben. Bringen Sie Ownhand auf den neuen Stand, um sie zu benutzen; der Text selbst ist sicher.</translation>
    </message>
    <message>
        <source>The model</source>
        <translation>Das Modell</translation>
    </message>
    <message>
        <source>The model as it is</source>
        <translation>Das Modell, wie es ist</translation>
    </message>
    <message>
        <source>The model as it was</source>
        <translation>Das Modell, wie es war</translation>
    </message>
    <message>
        <source>The model could not be added: {reason} ({value}). Nothing was changed.</source>
        <translation>Das Modell konnte nicht hinzugefügt werden: {reason} ({value}). Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The model exactly as it is, with nothing held back or pushed: every word by its own chance.</source>
        <translation>Das Modell genau so, wie es ist, nichts gebremst oder geschoben: jedes Wort nach seiner eigenen Chance.</translation>
    </message>
    <message>
        <source>The model gave results that are not numbers, so the text stops here; what is written is safe. Load the model again; if it comes back, choose float32 as its precision or another model.</source>
        <translation>Das Modell lieferte Ergebnisse, die keine Zahlen sind; darum endet der Text hier; was geschrieben ist, ist sicher. Laden Sie das Modell neu; kommt es wieder, wählen Sie float32 als Genauigkeit oder ein anderes Modell.</translation>
    </message>
    <message>
        <source>The model had nothing to say to this. Another try may help.</source>
        <translation>Das Modell hatte dazu nichts zu sagen. Ein weiterer Versuch kann helfen.</translation>
    </message>
    <message>
        <source>The model had nothing to say. Put the question in other words.</source>
        <translation>Das Modell hatte nichts zu sagen. Stellen Sie die Frage mit anderen Worten.</translation>
    </message>
    <message>
        <source>The model in {name} has a {config_file} for “{class_name}”, which Ownhand does not know. {advice}</source>
        <translation>Das Modell in {name} hat eine {config_file} für „{class_name}“, das Ownhand nicht kennt. {advice}</translation>
    </message>
    <message>
        <source>The model in {name} is damaged: {config_file} cannot be read. {advice}</source>
        <translation>Das Modell in {name} ist beschädigt: {config_file} lässt sich nicht lesen. {advice}</translation>
    </message>
    <message>
        <source>The model in “{name}”</source>
        <translation>Das Modell in „{name}“</translation>
    </message>
    <message>
        <source>The model is kept already; end now and do without its report</source>
        <translation>Das Modell ist schon gesichert; jetzt ohne seinen Bericht beenden</translation>
    </message>
    <message>
        <source>The model is reading the passage …</source>
        <translation>Das Modell liest die Passage …</translation>
    </message>
    <message>
        <source>The model is still on its way. Ask again when it is there.</source>
        <translation>Das Modell ist noch unterwegs. Fragen Sie noch einmal, wenn es da ist.</translation>
    </message>
    <message>
        <source>The model is still on its way. Continue works as soon as it is there.</source>
        <translation>Das Modell ist noch unterwegs. „Weiterschreiben“ geht, sobald es da ist.</translation>
    </message>
    <message>
        <source>The model is writing in your text. Stop it there, or ask when it has finished.</source>
        <translation>Das Modell schreibt in Ihrem Text. Halten Sie es dort an, oder fragen Sie, wenn es fertig ist.</translation>
    </message>
    <message>
        <source>The model is writing into your text. Try again when it is done.</source>
        <translation>Das Modell schreibt in Ihren Text. Versuchen Sie es noch einmal, wenn es fertig ist.</translation>
    </message>
    <message>
        <source>The model is writing …</source>
        <translation>Das Modell schreibt …</translation>
    </message>
    <message>
        <source>The model is writing. Stop it first, or wait until it has ended.</source>
        <translation>Das Modell schreibt. Halten Sie es zuerst an, oder warten Sie, bis es fertig ist.</translation>
    </message>
    <message numerus="yes">
        <source>The model reads on from here: %n older turns are too much for it.</source>
        <translation>
            <numerusform>Das Modell liest ab hier: %n älterer Beitrag ist ihm zu viel.</numerusform>
            <numerusform>Das Modell liest ab hier: %n ältere Beiträge sind ihm zu viel.</numerusform>
        </translation>
    </message>
    <message>
        <source>The model stays as it is, and learns your style beside it: quick, and little is forgotten. The rest is chosen by how much text there is, and by this machine.</source>
        <translation>Das Modell bleibt, wie es ist, und Ihr Stil wird daneben gelernt: schnell, und wenig wird vergessen. Das Übrige richtet sich nach der Menge des Textes und nach diesem Rechner.</translation>
    </message>
    <message>
        <source>The model takes the text to be complete here and wrote nothing.</source>
        <translation>Das Modell hält den Text hier für abgeschlossen und hat nichts geschrieben.</translation>
    </message>
    <message>
        <source>The model takes the text to be complete here and wrote nothing. Write a few words to lead on, or put the caret elsewhere.</source>
        <translation>Das Modell hält den Text hier für abgeschlossen und hat nichts geschrieben. Schreiben Sie ein paar Wörter, die weiterführen, oder setzen Sie die Schreibmarke anderswohin.</translation>
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
        <source>The model thinks …</source>
        <translation>Das Modell denkt nach …</translation>
    </message>
    <message>
        <source>The model was still writing and was stopped.</source>
        <translation>Das Modell schrieb noch und wurde angehalten.</translation>
    </message>
    <message>
        <source>The model would leave it as it is. Another try may help.</source>
        <translation>Das Modell würde es so lassen, wie es ist. Ein weiterer Versuch kann helfen.</translation>
    </message>
    <message>
        <source>The model “{name}” is not on this machine any more. Add or train it again under that name.</source>
        <translation>Das Modell „{name}“ ist nicht mehr auf diesem Rechner. Fügen Sie es unter diesem Namen wieder hinzu, oder trainieren Sie es neu.</translation>
    </message>
    <message>
        <source>The model “{slug}” cannot be deleted ({reason}). Close what uses it and try again; nothing was changed.</source>
        <translation>Das Modell „{slug}“ lässt sich nicht löschen ({reason}). Schließen Sie, was es benutzt, und versuchen Sie es noch einmal; es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The model “{slug}” cannot be read ({reason}). Remove it and add it again.</source>
        <translation>Das Modell „{slug}“ lässt sich nicht lesen ({reason}). Entfernen Sie es und fügen Sie es wieder hinzu.</translation>
    </message>
    <message>
        <source>The model “{slug}” is needed by {others}, trained from it. Remove that first; nothing was changed.</source>
        <translation>Das Modell „{slug}“ wird von {others} gebraucht, das daraus trainiert ist. Entfernen Sie zuerst dieses; es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The model “{slug}” is needed by {others}, trained from it. Remove those first; nothing was changed.</source>
        <translation>Das Modell „{slug}“ wird von {others} gebraucht, die daraus trainiert sind. Entfernen Sie zuerst diese; es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The model&apos;s configuration is not usable ({problem}). Get the model again, or choose another one.</source>
        <translation>Die Konfiguration des Modells ist nicht brauchbar ({problem}). Holen Sie das Modell noch einmal, oder wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>The model&apos;s {config_file} is damaged ({problem}). Get the model again.</source>
        <translation>{config_file} des Modells ist beschädigt ({problem}). Holen Sie das Modell noch einmal.</translation>
    </message>
    <message>
        <source>The model&apos;s {name} is damaged ({problem}). Get the model again.</source>
        <translation>{name} des Modells ist beschädigt ({problem}). Holen Sie das Modell noch einmal.</translation>
    </message>
    <message>
        <source>The model&apos;s {name} is missing or damaged ({problem}). Get the model again, with all of its files.</source>
        <translation>{name} des Modells fehlt oder ist beschädigt ({problem}). Holen Sie das Modell noch einmal, mit allen seinen Dateien.</translation>
    </message>
    <message>
        <source>The model&apos;s {tokenizer_file} is damaged ({problem}). Get the model again.</source>
        <translation>{tokenizer_file} des Modells ist beschädigt ({problem}). Holen Sie das Modell noch einmal.</translation>
    </message>
    <message>
        <source>The model&apos;s {tokenizer_file} is not one that Ownhand can use ({problem!r}). Get the model again.</source>
        <translation>Mit {tokenizer_file} des Modells kann Ownhand nichts anfangen ({problem!r}). Holen Sie das Modell noch einmal.</translation>
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
        <translation>Die andere Fassung</translation>
    </message>
    <message>
        <source>The other version is on the page. Undo brings yours back; both are among the versions.</source>
        <translation>Die andere Fassung ist auf der Seite. „Rückgängig“ holt Ihre zurück; beide stehen bei den Fassungen.</translation>
    </message>
    <message>
        <source>The page was changed meanwhile, so nothing was put back.</source>
        <translation>Die Seite wurde inzwischen geändert; darum wurde nichts wiederhergestellt.</translation>
    </message>
    <message>
        <source>The page was changed since; it stays as it is.</source>
        <translation>Die Seite wurde seitdem geändert; sie bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>The passage is being written once more, aside, to compare.</source>
        <translation>Die Passage wird zum Vergleich noch einmal geschrieben, abseits der Seite.</translation>
    </message>
    <message>
        <source>The persona cannot be deleted ({reason}).</source>
        <translation>Die Persona lässt sich nicht löschen ({reason}).</translation>
    </message>
    <message>
        <source>The persona cannot be kept in {path} ({reason}). It still holds for this conversation.</source>
        <translation>Die Persona lässt sich nicht in {path} aufheben ({reason}). Für dieses Gespräch gilt sie trotzdem.</translation>
    </message>
    <message>
        <source>The place of this variant is no longer in the text, so it cannot be put in. It is kept; its text can be copied from the list.</source>
        <translation>Die Stelle dieser Variante steht nicht mehr im Text; sie lässt sich nicht einsetzen. Sie bleibt aufgehoben; ihr Text lässt sich aus der Liste kopieren.</translation>
    </message>
    <message>
        <source>The prepared texts in {name} are missing or damaged. Start the training anew from your folders.</source>
        <translation>Die vorbereiteten Texte in {name} fehlen oder sind beschädigt. Beginnen Sie das Training neu aus Ihren Ordnern.</translation>
    </message>
    <message>
        <source>The preset cannot be written to {name}: {reason}. Choose another place.</source>
        <translation>Die Voreinstellung lässt sich nicht in {name} schreiben: {reason}. Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>The preset in {name} lacks {name_2}. Get it again, with all of its files.</source>
        <translation>Dem Preset in {name} fehlt {name_2}. Holen Sie es noch einmal, mit allen seinen Dateien.</translation>
    </message>
    <message>
        <source>The preset {name} cannot be read: {reason}.</source>
        <translation>Die Voreinstellung {name} lässt sich nicht lesen: {reason}.</translation>
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
        <source>The run could not be asked for that ({reason}). It goes on.</source>
        <translation>Das Training ließ sich nicht darum bitten ({reason}). Es geht weiter.</translation>
    </message>
    <message>
        <source>The run could not be started. What it has learnt up to its last checkpoint is kept; worker.log in its folder says more.</source>
        <translation>Das Training konnte nicht gestartet werden. Was es bis zum letzten Sicherungspunkt gelernt hat, bleibt; worker.log in seinem Ordner sagt mehr.</translation>
    </message>
    <message>
        <source>The run is not planned yet: {list}.</source>
        <translation>Das Training ist noch nicht geplant: {list}.</translation>
    </message>
    <message>
        <source>The run “{run_id}” does not run; it is {status}.</source>
        <translation>Das Training „{run_id}“ läuft nicht; es ist {status}.</translation>
    </message>
    <message>
        <source>The run “{run_id}” is over; its model is {model}.</source>
        <translation>Das Training „{run_id}“ ist beendet; sein Modell ist {model}.</translation>
    </message>
    <message>
        <source>The run “{run_id}” is running already.</source>
        <translation>Das Training „{run_id}“ läuft schon.</translation>
    </message>
    <message>
        <source>The run “{run_id}” is running. Stop it first.</source>
        <translation>Das Training „{run_id}“ läuft. Halten Sie es zuerst an.</translation>
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
        <source>The same text came again, to the byte: {words}.</source>
        <translation>Derselbe Text kam wieder, auf das Byte genau: {words}.</translation>
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
        <source>The statement could not be saved: {problem}. Choose another folder.</source>
        <translation>Die Erklärung konnte nicht gespeichert werden: {problem}. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The statement is on the clipboard.</source>
        <translation>Die Erklärung liegt in der Zwischenablage.</translation>
    </message>
    <message>
        <source>The story itself, and how the other program looks.</source>
        <translation>Die Geschichte selbst und wie das andere Programm aussieht.</translation>
    </message>
    <message>
        <source>The system&apos;s own soft sound comes with it.</source>
        <translation>Dazu kommt der leise Ton des Systems.</translation>
    </message>
    <message>
        <source>The templates that the file holds beside the preset.</source>
        <translation>Die Vorlagen, die die Datei neben der Voreinstellung enthält.</translation>
    </message>
    <message>
        <source>The text goes on anew from the word that you choose.</source>
        <translation>Der Text geht ab dem gewählten Wort neu weiter.</translation>
    </message>
    <message>
        <source>The text goes round in a circle. Stop, take back what repeats, and apply this change.</source>
        <translation>Der Text dreht sich im Kreis. Halten Sie an, nehmen Sie zurück, was sich wiederholt, und wenden Sie diese Änderung an.</translation>
    </message>
    <message>
        <source>The text on the page has changed meanwhile, so please look at these places again.</source>
        <translation>Der Text auf der Seite hat sich inzwischen geändert; bitte sehen Sie diese Stellen noch einmal an.</translation>
    </message>
    <message>
        <source>The text stays as it is (Esc)</source>
        <translation>Der Text bleibt, wie er ist (Esc)</translation>
    </message>
    <message>
        <source>The text was changed meanwhile. Nothing was replaced; try again.</source>
        <translation>Der Text wurde inzwischen geändert. Nichts wurde ersetzt; versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The text was put aside; after 30 days it is gone for good.</source>
        <translation>Der Text wurde beiseitegelegt; nach 30 Tagen ist er endgültig fort.</translation>
    </message>
    <message>
        <source>The text you write. Continue lets the model go on from the caret.</source>
        <translation>Der Text, den Sie schreiben. „Weiterschreiben“ lässt das Modell ab der Schreibmarke fortfahren.</translation>
    </message>
    <message>
        <source>The tokeniser has more tokens ({value}) than the model ({size}). Get the model again, with all of its files.</source>
        <translation>Der Tokenisierer hat mehr Token ({value}) als das Modell ({size}). Holen Sie das Modell noch einmal, mit allen seinen Dateien.</translation>
    </message>
    <message>
        <source>The tokeniser has more tokens ({value}) than the model ({size}). Get the preset again.</source>
        <translation>Der Tokenisierer hat mehr Token ({value}) als das Modell ({size}). Holen Sie das Preset noch einmal.</translation>
    </message>
    <message>
        <source>The tokenizer of {title} cannot be read. Remove the model and add it again.</source>
        <translation>Der Tokenisierer von {title} lässt sich nicht lesen. Entfernen Sie das Modell und fügen Sie es wieder hinzu.</translation>
    </message>
    <message>
        <source>The training started from “{value}”, which is not on this machine any more. Add that model again, or start a new training from another one.</source>
        <translation>Das Training ging von „{value}“ aus, das nicht mehr auf diesem Rechner ist. Fügen Sie dieses Modell wieder hinzu, oder beginnen Sie ein neues Training von einem anderen.</translation>
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
        <source>The unsaved text stays where it is, since it cannot be moved ({reason}). Check that the disk with your home folder is not full or read-only, then try again.</source>
        <translation>Der ungespeicherte Text bleibt, wo er ist, weil er sich nicht verschieben lässt ({reason}). Prüfen Sie, ob die Platte mit Ihrem Benutzerordner voll oder schreibgeschützt ist, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The usual way (recommended)</source>
        <translation>Der übliche Weg (empfohlen)</translation>
    </message>
    <message>
        <source>The variant after</source>
        <translation>Die Variante danach</translation>
    </message>
    <message>
        <source>The variant before</source>
        <translation>Die Variante davor</translation>
    </message>
    <message>
        <source>The variant was deleted.</source>
        <translation>Die Variante wurde gelöscht.</translation>
    </message>
    <message>
        <source>The variants of this text cannot be kept on the disk ({reason}). The text itself is not concerned, and the variants are there until you close it.</source>
        <translation>Die Varianten dieses Textes lassen sich nicht auf der Platte aufheben ({reason}). Der Text selbst ist nicht betroffen, und die Varianten sind da, bis Sie ihn schließen.</translation>
    </message>
    <message>
        <source>The vocabulary in this GGUF file is damaged or not whole. Get the file again.</source>
        <translation>Der Wortschatz in dieser GGUF-Datei ist beschädigt oder nicht vollständig. Holen Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <source>The vocabulary of this model is damaged ({problem}). Get the file again.</source>
        <translation>Der Wortschatz dieses Modells ist beschädigt ({problem}). Holen Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <source>The way it learns</source>
        <translation>Der Weg, wie es lernt</translation>
    </message>
    <message>
        <source>The weight {name} does not belong to this model.</source>
        <translation>Das Gewicht {name} gehört nicht zu diesem Modell.</translation>
    </message>
    <message>
        <source>The weight {name} has a shape that does not fit this model ({problem}). Get the model again, with all of its files.</source>
        <translation>Das Gewicht {name} hat eine Form, die nicht zu diesem Modell passt ({problem}). Holen Sie das Modell noch einmal, mit allen seinen Dateien.</translation>
    </message>
    <message>
        <source>The weight {name} has the shape {shape} instead of {value}. Get the model again, with all of its files.</source>
        <translation>Das Gewicht {name} hat die Form {shape} statt {value}. Holen Sie das Modell noch einmal, mit allen seinen Dateien.</translation>
    </message>
    <message>
        <source>The weight {name} is missing. Get the model again, with all of its files.</source>
        <translation>Das Gewicht {name} fehlt. Holen Sie das Modell noch einmal, mit allen seinen Dateien.</translation>
    </message>
    <message>
        <source>The weight {name} is stored as {kind}, which Ownhand cannot read. Choose a version of the model in float32, float16 or bfloat16.</source>
        <translation>Das Gewicht {name} ist als {kind} gespeichert, was Ownhand nicht lesen kann. Wählen Sie eine Fassung des Modells in float32, float16 oder bfloat16.</translation>
    </message>
    <message>
        <source>The weight {next} is missing. Get the model again, with all of its files.</source>
        <translation>Das Gewicht {next} fehlt. Holen Sie das Modell noch einmal, mit allen seinen Dateien.</translation>
    </message>
    <message>
        <source>The weights in {name} do not fit KerasHub&apos;s {class_name}: {list}. Remove the model and add it again.</source>
        <translation>Die Gewichte in {name} passen nicht zu {class_name} von KerasHub: {list}. Entfernen Sie das Modell und fügen Sie es wieder hinzu.</translation>
    </message>
    <message>
        <source>The weights of the model in {name} are missing or damaged. Remove the model and {again} it again.</source>
        <translation>Die Gewichte des Modells in {name} fehlen oder sind beschädigt. Entfernen Sie das Modell und machen Sie es neu ({again}).</translation>
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
        <translation>
            <numerusform>Es gibt noch %n.</numerusform>
            <numerusform>Es gibt noch %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>There are more; find something rarer.</source>
        <translation>Es gibt mehr; suchen Sie etwas Selteneres.</translation>
    </message>
    <message>
        <source>There are no versions of this text yet. One is kept at every save, and every ten minutes while you write.</source>
        <translation>Von diesem Text gibt es noch keine Fassungen. Bei jedem Speichern wird eine aufgehoben, und alle zehn Minuten, während Sie schreiben.</translation>
    </message>
    <message>
        <source>There is a preset called “{name}” already.</source>
        <translation>Es gibt schon eine Voreinstellung namens „{name}“.</translation>
    </message>
    <message>
        <source>There is already a model “{base}”. Remove it first, or choose another name.</source>
        <translation>Es gibt schon ein Modell „{base}“. Entfernen Sie es zuerst, oder wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>There is no backend called “{name}”. Set KERAS_BACKEND or the setting to one of {list}.</source>
        <translation>Es gibt kein Backend namens „{name}“. Setzen Sie KERAS_BACKEND oder die Einstellung auf eines von {list}.</translation>
    </message>
    <message>
        <source>There is no conversation yet. Go back and ask something.</source>
        <translation>Es gibt noch kein Gespräch. Gehen Sie zurück und fragen Sie etwas.</translation>
    </message>
    <message>
        <source>There is no file or directory “{source}”. Check the path and try again.</source>
        <translation>Es gibt keine Datei und keinen Ordner „{source}“. Prüfen Sie den Pfad und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>There is no file “{handle}”, and KerasHub has no preset of that name that Ownhand can use. It has: {list}.</source>
        <translation>Es gibt keine Datei „{handle}“, und KerasHub hat kein Preset dieses Namens, das Ownhand benutzen kann. Es hat: {list}.</translation>
    </message>
    <message>
        <source>There is no model on this machine yet that could rewrite anything.</source>
        <translation>Auf diesem Rechner gibt es noch kein Modell, das etwas umformulieren könnte.</translation>
    </message>
    <message>
        <source>There is no model on this machine yet that could tell how likely words are.</source>
        <translation>Auf diesem Rechner gibt es noch kein Modell, das sagen könnte, wie wahrscheinlich Wörter sind.</translation>
    </message>
    <message>
        <source>There is no model on this machine yet, so nothing can be continued.</source>
        <translation>Auf diesem Rechner gibt es noch kein Modell; darum kann nichts fortgesetzt werden.</translation>
    </message>
    <message>
        <source>There is no model on this machine yet. Continue, above the page, helps to get one.</source>
        <translation>Auf diesem Rechner gibt es noch kein Modell. „Weiterschreiben“ über der Seite hilft, eines zu holen.</translation>
    </message>
    <message>
        <source>There is no model to start from. Fetch the starter model in the window, or with “ownhand write Hello”.</source>
        <translation>Es gibt kein Modell, von dem es ausgehen könnte. Holen Sie das Einstiegsmodell im Fenster oder mit „ownhand write Hello“.</translation>
    </message>
    <message>
        <source>There is no model yet that could write on: get one first</source>
        <translation>Es gibt noch kein Modell, das weiterschreiben könnte: Holen Sie zuerst eines</translation>
    </message>
    <message>
        <source>There is no model “{slug}” on this machine. Look at the list of models for the right name, or add it.</source>
        <translation>Auf diesem Rechner gibt es kein Modell „{slug}“. Sehen Sie in der Liste der Modelle nach dem richtigen Namen, oder fügen Sie es hinzu.</translation>
    </message>
    <message>
        <source>There is no preset called “{name}”. The presets are: {names}.</source>
        <translation>Es gibt keine Voreinstellung namens „{name}“. Die Voreinstellungen sind: {names}.</translation>
    </message>
    <message>
        <source>There is no recipe called “{name}”. The recipes are: {names}.</source>
        <translation>Es gibt kein Rezept namens „{name}“. Die Rezepte sind: {names}.</translation>
    </message>
    <message>
        <source>There is no report of this run. It is made at the end of a training, if its settings ask for it.</source>
        <translation>Von diesem Training gibt es keinen Bericht. Er entsteht am Ende, wenn die Einstellungen ihn verlangen.</translation>
    </message>
    <message>
        <source>There is no run “{run_id}”. “ownhand runs list” shows them.</source>
        <translation>Es gibt kein Training „{run_id}“. „ownhand runs list“ zeigt sie.</translation>
    </message>
    <message>
        <source>There is no setting called {name!r}; the settings are {list}.</source>
        <translation>Es gibt keine Einstellung namens {name!r}; die Einstellungen sind {list}.</translation>
    </message>
    <message>
        <source>There is no text to make a vocabulary of. Choose folders with more.</source>
        <translation>Es gibt keinen Text für einen Wortschatz. Wählen Sie Ordner mit mehr.</translation>
    </message>
    <message>
        <source>There is no training yet. Choose folders with your texts, and press Train.</source>
        <translation>Es gibt noch kein Training. Wählen Sie Ordner mit Ihren Texten und drücken Sie „Trainieren“.</translation>
    </message>
    <message>
        <source>There is not enough free memory for {title}. Close other programs, or choose a smaller model.</source>
        <translation>Für {title} ist nicht genug Speicher frei. Schließen Sie andere Programme, oder wählen Sie ein kleineres Modell.</translation>
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
        <source>There is nothing to train on. Choose folders with more text.</source>
        <translation>Es gibt nichts, womit trainiert werden könnte. Wählen Sie Ordner mit mehr Text.</translation>
    </message>
    <message>
        <source>There is too little text to hold some out: nobody can tell how well it goes.</source>
        <translation>Es ist zu wenig Text, um etwas zurückzubehalten: Niemand kann sagen, wie gut es geht.</translation>
    </message>
    <message>
        <source>There is too little text to train on. Choose folders with more of it.</source>
        <translation>Es ist zu wenig Text zum Trainieren. Wählen Sie Ordner mit mehr.</translation>
    </message>
    <message>
        <source>There the last digits of a calculation may differ.</source>
        <translation>Dort können die letzten Stellen einer Rechnung abweichen.</translation>
    </message>
    <message>
        <source>These settings cannot be used. {problem}</source>
        <translation>Diese Einstellungen lassen sich nicht benutzen. {problem}</translation>
    </message>
    <message>
        <source>They are removed from this computer and cannot be brought back.</source>
        <translation>Sie werden von diesem Rechner entfernt und lassen sich nicht zurückholen.</translation>
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
        <translation>Diese &amp;Sitzung</translation>
    </message>
    <message>
        <source>This GGUF file does not say its {replace}. Get the file again or choose another one.</source>
        <translation>Diese GGUF-Datei nennt ihren Wert „{replace}“ nicht. Holen Sie die Datei noch einmal, oder wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>This GGUF file has no usable vocabulary (its {key} are missing). Get the file again.</source>
        <translation>Diese GGUF-Datei hat keinen brauchbaren Wortschatz (es fehlen {key}). Holen Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <source>This GGUF file holds a “{architecture}” model; Ownhand can use {list}. Choose one of those, for example SmolLM2, Llama 3 or Qwen 2.5.</source>
        <translation>Diese GGUF-Datei enthält ein „{architecture}“-Modell; Ownhand kann {list} benutzen. Wählen Sie eines von diesen, zum Beispiel SmolLM2, Llama 3 oder Qwen 2.5.</translation>
    </message>
    <message>
        <source>This GGUF file lacks a usable token embedding. Get the file again.</source>
        <translation>Dieser GGUF-Datei fehlt eine brauchbare Einbettung der Token. Holen Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <source>This conversation was written by a newer Ownhand. Update Ownhand to read it; nothing was changed.</source>
        <translation>Dieses Gespräch wurde von einem neueren Ownhand geschrieben. Bringen Sie Ownhand auf den neuen Stand, um es zu lesen; es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>This directory holds a “{kind}” model; of Hugging Face directories Ownhand can use {list}. Look for a GGUF file of the model instead, if it is a llama.</source>
        <translation>Dieser Ordner enthält ein „{kind}“-Modell; von Hugging-Face-Ordnern kann Ownhand {list} benutzen. Suchen Sie stattdessen eine GGUF-Datei des Modells, falls es ein Llama ist.</translation>
    </message>
    <message>
        <source>This folder has no texts yet. Make one with the first button above, or put some here.</source>
        <translation>Dieser Ordner hat noch keine Texte. Legen Sie mit dem ersten Knopf oben einen an, oder legen Sie welche hierher.</translation>
    </message>
    <message>
        <source>This installation of Ownhand cannot download models, because pip is missing from it. {by_hand}</source>
        <translation>Diese Installation von Ownhand kann keine Modelle herunterladen, weil ihr pip fehlt. {by_hand}</translation>
    </message>
    <message>
        <source>This is a conversation of its own now; the other one stays in the list.</source>
        <translation>Dies ist jetzt ein eigenes Gespräch; das andere bleibt in der Liste.</translation>
    </message>
    <message>
        <source>This is the present text.</source>
        <translation>Dies ist der jetzige Text.</translation>
    </message>
    <message>
        <source>This model cuts text into tokens in a way (“{split}”) that Ownhand does not know.</source>
        <translation>Dieses Modell zerlegt Text auf eine Weise („{split}“), die Ownhand nicht kennt.</translation>
    </message>
    <message>
        <source>This model cuts text into tokens in a way (“{split}”) that Ownhand does not know; it knows {list}. Choose another model.</source>
        <translation>Dieses Modell zerlegt Text auf eine Weise („{split}“), die Ownhand nicht kennt; es kennt {list}. Wählen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>This model did not learn to hold conversations. It reads them as a dialogue and may stray; one called “Instruct” does better.</source>
        <translation>Dieses Modell hat nicht gelernt, Gespräche zu führen. Es liest sie als Dialog und schweift vielleicht ab; eines mit „Instruct“ im Namen kann es besser.</translation>
    </message>
    <message>
        <source>This model differs from the usual ones of its kind ({list}), which Ownhand cannot use. Choose another model.</source>
        <translation>Dieses Modell weicht von den üblichen seiner Art ab ({list}); Ownhand kann es nicht benutzen. Wählen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>This model does not give what contrastive search needs. Choose another way of choosing words, for example the Balanced preset.</source>
        <translation>Dieses Modell liefert nicht, was die kontrastive Suche braucht. Wählen Sie eine andere Art der Wahl, zum Beispiel die Voreinstellung „Ausgewogen“.</translation>
    </message>
    <message>
        <source>This model has a part ({name}) that Ownhand does not know. Choose another model.</source>
        <translation>Dieses Modell hat einen Teil ({name}), den Ownhand nicht kennt. Wählen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>This model has a tokeniser of the kind “{kind}” with “{decoder}” decoding; Ownhand can use byte-level BPE. Choose another model.</source>
        <translation>Dieses Modell hat einen Tokenisierer der Art „{kind}“ mit „{decoder}“-Dekodierung; Ownhand kann Byte-BPE benutzen. Wählen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>This model has a tokeniser of the kind “{kind}”; Ownhand can use byte-level BPE (“gpt2”). Choose another model.</source>
        <translation>Dieses Modell hat einen Tokenisierer der Art „{kind}“; Ownhand kann Byte-BPE („gpt2“) benutzen. Wählen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>This model has an output layer of its own, which Ownhand cannot use. Choose another model.</source>
        <translation>Dieses Modell hat eine eigene Ausgabeschicht, die Ownhand nicht benutzen kann. Wählen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>This model has {what}, which Ownhand cannot use yet. Choose another model.</source>
        <translation>Dieses Modell hat {what}, was Ownhand noch nicht benutzen kann. Wählen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>This passage is too long for one go. Select up to {most} words.</source>
        <translation>Diese Passage ist für ein Mal zu lang. Wählen Sie bis zu {most} Wörter aus.</translation>
    </message>
    <message>
        <source>This pattern cannot be read: {problem}.</source>
        <translation>Dieses Muster lässt sich nicht lesen: {problem}.</translation>
    </message>
    <message>
        <source>This pattern is too large. Use a shorter one.</source>
        <translation>Dieses Muster ist zu groß. Nehmen Sie ein kürzeres.</translation>
    </message>
    <message>
        <source>This pattern takes too long on this text.</source>
        <translation>Dieses Muster braucht für diesen Text zu lange.</translation>
    </message>
    <message>
        <source>This pattern takes too long on this text. Make it simpler: fewer + and * in each other.</source>
        <translation>Dieses Muster braucht für diesen Text zu lange. Vereinfachen Sie es: weniger + und * ineinander.</translation>
    </message>
    <message>
        <source>This preset has a “{kind}”; Ownhand can use {list} (byte-level BPE). Choose another model.</source>
        <translation>Dieses Preset hat einen „{kind}“; Ownhand kann {list} (Byte-BPE) benutzen. Wählen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>This preset holds a “{found}”; Ownhand can use {list}. Choose another model.</source>
        <translation>Dieses Preset enthält ein „{found}“; Ownhand kann {list} benutzen. Wählen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>This preset is quantised, which Ownhand cannot read. Choose the same model without “int8” or the like in its name.</source>
        <translation>Dieses Preset ist quantisiert, was Ownhand nicht lesen kann. Wählen Sie dasselbe Modell ohne „int8“ oder Ähnliches im Namen.</translation>
    </message>
    <message>
        <source>This run has not begun yet.</source>
        <translation>Dieses Training hat noch nicht begonnen.</translation>
    </message>
    <message>
        <source>This session</source>
        <translation>Diese Sitzung</translation>
    </message>
    <message>
        <source>This statement was made by the program from its own notes on the writer&apos;s machine. It proves nothing by itself: notes can be changed, text can be typed from a screen, and what was written elsewhere and opened as a file counts as typed. It says what Ownhand saw.</source>
        <translation>Diese Erklärung hat das Programm aus eigenen Vermerken auf dem Rechner der schreibenden Person gemacht. Sie beweist für sich nichts: Vermerke lassen sich ändern, Text lässt sich von einem Bildschirm abtippen, und was anderswo geschrieben und als Datei geöffnet wurde, gilt als getippt. Sie sagt, was Ownhand gesehen hat.</translation>
    </message>
    <message>
        <source>This system has no program that opens {name}. It lies in {parent}.</source>
        <translation>Dieses System hat kein Programm, das {name} öffnet. Die Datei liegt in {parent}.</translation>
    </message>
    <message>
        <source>This text</source>
        <translation>Dieser Text</translation>
    </message>
    <message>
        <source>This text is shown for reading only, so it stays as it is.</source>
        <translation>Dieser Text wird nur zum Lesen gezeigt; darum bleibt er, wie er ist.</translation>
    </message>
    <message>
        <source>This text is shown for reading only, so nothing is continued here.</source>
        <translation>Dieser Text wird nur zum Lesen gezeigt; darum wird hier nichts fortgesetzt.</translation>
    </message>
    <message>
        <source>This variant stands in the text; choose another one before you delete it</source>
        <translation>Diese Variante steht im Text; wählen Sie eine andere, bevor Sie sie löschen</translation>
    </message>
    <message>
        <source>This version cannot be read any more ({problem}). The other versions and the text itself are as they were.</source>
        <translation>Diese Fassung lässt sich nicht mehr lesen ({problem}). Die anderen Fassungen und der Text selbst sind, wie sie waren.</translation>
    </message>
    <message>
        <source>This version of the text was not kept ({reason}); the text itself is safe. Check that the disk with your home folder is not full or read-only.</source>
        <translation>Diese Fassung des Textes wurde nicht aufgehoben ({reason}); der Text selbst ist sicher. Prüfen Sie, ob die Platte mit Ihrem Benutzerordner voll oder schreibgeschützt ist.</translation>
    </message>
    <message>
        <source>This version was damaged on the disk and cannot be shown. The other versions and the text itself are as they were.</source>
        <translation>Diese Fassung wurde auf der Platte beschädigt und lässt sich nicht zeigen. Die anderen Fassungen und der Text selbst sind, wie sie waren.</translation>
    </message>
    <message>
        <source>Tibetan</source>
        <translation>Tibetisch</translation>
    </message>
    <message>
        <source>Time at the text</source>
        <translation>Zeit am Text</translation>
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
        <source>To fit into the free memory, it learns from {count} sequences at a time and with the blocks made twice; the result is the same, it takes longer.</source>
        <translation>Damit es in den freien Speicher passt, lernt es von {count} Sequenzen auf einmal und rechnet die Blöcke doppelt; das Ergebnis ist dasselbe, es dauert länger.</translation>
    </message>
    <message>
        <source>To fit into the free memory, it learns from {count} sequences at a time; the result is the same, it takes longer.</source>
        <translation>Damit es in den freien Speicher passt, lernt es von {count} Sequenzen auf einmal; das Ergebnis ist dasselbe, es dauert länger.</translation>
    </message>
    <message>
        <source>To write, Ownhand needs a model. {title} is a small one to start with.</source>
        <translation>Zum Schreiben braucht Ownhand ein Modell. {title} ist ein kleines für den Anfang.</translation>
    </message>
    <message>
        <source>Today, {time}</source>
        <translation>Heute, {time}</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Tone</source>
        <translation>Ton</translation>
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
        <source>Try it</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <source>Trying a step to see how long it takes</source>
        <translation>Ein Schritt wird probiert, um zu sehen, wie lange er dauert</translation>
    </message>
    <message>
        <source>Trying the cleaning</source>
        <translation>Die Bereinigung wird probiert</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>Türkisch</translation>
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
        <translation>Rück&amp;gängig</translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation>Ukrainisch</translation>
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
        <source>Unknown here: {names}.</source>
        <translation>Hier unbekannt: {names}.</translation>
    </message>
    <message>
        <source>Unload the model (frees its memory)</source>
        <translation>Modell entladen (gibt seinen Speicher frei)</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Ohne Titel</translation>
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
        <translation>„{preset}“ benutzen</translation>
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
        <translation>Variante {position} von {count}, {state}</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>Varianten</translation>
    </message>
    <message>
        <source>Variants of this place</source>
        <translation>Varianten dieser Stelle</translation>
    </message>
    <message>
        <source>Variants {shown}/{count}</source>
        <translation>Varianten {shown}/{count}</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Fassungen</translation>
    </message>
    <message>
        <source>Versions of {name}</source>
        <translation>Fassungen von {name}</translation>
    </message>
    <message>
        <source>Versions, the latest first</source>
        <translation>Fassungen, die neueste zuerst</translation>
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
        <translation>Es wird auf das Modell gewartet …</translation>
    </message>
    <message>
        <source>Waiting …</source>
        <translation>Wartet …</translation>
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
        <source>What can be done with this turn</source>
        <translation>Was sich mit diesem Beitrag machen lässt</translation>
    </message>
    <message>
        <source>What counts as obvious</source>
        <translation>Was als naheliegend gilt</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Was sich unterscheidet</translation>
    </message>
    <message>
        <source>What is in them</source>
        <translation>Was darin steht</translation>
    </message>
    <message>
        <source>What is to come instead cannot be read: {problem}. Write \\ for a single \.</source>
        <translation>Was stattdessen kommen soll, lässt sich nicht lesen: {problem}. Schreiben Sie \\ für ein einzelnes \.</translation>
    </message>
    <message>
        <source>What is told</source>
        <translation>Was erzählt wird</translation>
    </message>
    <message>
        <source>What it does to the writing, in one line</source>
        <translation>Was sie mit dem Schreiben macht, in einer Zeile</translation>
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
        <source>What the model is shown is not what it was shown then: the text before the passage, the memory, the note or the lore was changed since. The same text cannot come again.</source>
        <translation>Was dem Modell gezeigt wird, ist nicht, was ihm damals gezeigt wurde: Der Text vor der Passage, das Gedächtnis, die Notiz oder das Weltwissen wurde seitdem geändert. Derselbe Text kann nicht wiederkommen.</translation>
    </message>
    <message>
        <source>What the model is told before everything else</source>
        <translation>Was dem Modell vor allem anderen gesagt wird</translation>
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
        <source>What the model wrote here was not noted to its end, so there is nothing to compare with. The text stays as it is.</source>
        <translation>Was das Modell hier schrieb, wurde nicht bis zum Ende vermerkt; es gibt nichts zu vergleichen. Der Text bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>What the turn says</source>
        <translation>Was der Beitrag sagt</translation>
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
        <translation>Was vor über {days} Tagen gelöscht wurde oder zu viel Platz braucht</translation>
    </message>
    <message>
        <source>What was made from your texts cannot be stored in {root} ({reason}). Your texts are untouched. Free some space on that disk, then try again.</source>
        <translation>Was aus Ihren Texten gemacht wurde, lässt sich nicht in {root} ablegen ({reason}). Ihre Texte sind unberührt. Schaffen Sie Platz auf dieser Platte und versuchen Sie es noch einmal.</translation>
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
        <translation>Was Sie nicht speichern, wird für 30 Tage beiseitegelegt.</translation>
    </message>
    <message>
        <source>What you write is not kept safe against a crash just now: the disk is full. Free some space, or save your text to another disk. You can go on writing.</source>
        <translation>Was Sie schreiben, ist gerade nicht gegen einen Absturz gesichert: Die Platte ist voll. Schaffen Sie Platz, oder speichern Sie Ihren Text auf einer anderen. Sie können weiterschreiben.</translation>
    </message>
    <message>
        <source>What you write is not kept safe against a crash just now: {reason}. Save your text now and then by hand. You can go on writing.</source>
        <translation>Was Sie schreiben, ist gerade nicht gegen einen Absturz gesichert: {reason}. Speichern Sie Ihren Text ab und zu von Hand. Sie können weiterschreiben.</translation>
    </message>
    <message>
        <source>When the length is reached in the middle of a sentence, that unfinished sentence is taken back.</source>
        <translation>Wird die Länge mitten in einem Satz erreicht, so wird dieser unfertige Satz zurückgenommen.</translation>
    </message>
    <message>
        <source>When writing took at least this long and you are in another program meanwhile, the window asks for your attention; 0 is never.</source>
        <translation>Wenn das Schreiben mindestens so lange gedauert hat und Sie inzwischen in einem anderen Programm sind, macht das Fenster auf sich aufmerksam; 0 ist nie.</translation>
    </message>
    <message>
        <source>Where the model in “{name}” comes from cannot be read: its {lineage_file} is damaged. The model itself can be used.</source>
        <translation>Woher das Modell in „{name}“ kommt, lässt sich nicht lesen: {lineage_file} ist beschädigt. Das Modell selbst lässt sich benutzen.</translation>
    </message>
    <message>
        <source>Where the text at the caret comes from</source>
        <translation>Woher der Text an der Schreibmarke kommt</translation>
    </message>
    <message>
        <source>Where the text stands in collections</source>
        <translation>Wo in Sammlungen der Text steht</translation>
    </message>
    <message>
        <source>Whether it knows passages by heart was not measured: the training texts are too short for it.</source>
        <translation>Ob es Stellen auswendig weiß, wurde nicht gemessen: Die Trainingstexte sind dafür zu kurz.</translation>
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
        <source>Which tone? For example: friendly</source>
        <translation>Welcher Ton? Zum Beispiel: freundlich</translation>
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
        <source>While it writes</source>
        <translation>Während es schreibt</translation>
    </message>
    <message>
        <source>Who answers</source>
        <translation>Wer antwortet</translation>
    </message>
    <message>
        <source>Who answers: {name}</source>
        <translation>Wer antwortet: {name}</translation>
    </message>
    <message>
        <source>Who wrote what</source>
        <translation>Wer was schrieb</translation>
    </message>
    <message>
        <source>Who wrote what: {title}</source>
        <translation>Wer was schrieb: {title}</translation>
    </message>
    <message>
        <source>Whole words only</source>
        <translation>Nur ganze Wörter</translation>
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
        <source>Without words</source>
        <translation>Ohne Worte</translation>
    </message>
    <message>
        <source>Word document (*.docx)</source>
        <translation>Word-Dokument (*.docx)</translation>
    </message>
    <message>
        <source>Word goal</source>
        <translation>Wortziel</translation>
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
        <translation>Wörter in dieser Sitzung</translation>
    </message>
    <message>
        <source>Words of the whole text</source>
        <translation>Wörter des ganzen Textes</translation>
    </message>
    <message>
        <source>Words of your own</source>
        <translation>Eigene Wörter</translation>
    </message>
    <message>
        <source>Words selected</source>
        <translation>Ausgewählte Wörter</translation>
    </message>
    <message>
        <source>Words taken away</source>
        <translation>Weggenommene Wörter</translation>
    </message>
    <message>
        <source>Words the model wrote</source>
        <translation>Wörter des Modells</translation>
    </message>
    <message>
        <source>Words to choose from</source>
        <translation>Wörter zur Wahl</translation>
    </message>
    <message>
        <source>Words you wrote</source>
        <translation>Wörter von Ihnen</translation>
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
        <source>Write &amp;anew</source>
        <translation>Ne&amp;u schreiben</translation>
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
        <translation>Mehrere schreiben</translation>
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
        <translation>Die Voreinstellung in eine Datei schreiben</translation>
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
        <source>Writing a sample</source>
        <translation>Eine Probe wird geschrieben</translation>
    </message>
    <message>
        <source>Writing the model</source>
        <translation>Das Modell wird geschrieben</translation>
    </message>
    <message>
        <source>Writing the prepared texts</source>
        <translation>Die vorbereiteten Texte werden geschrieben</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>Der Bericht wird geschrieben</translation>
    </message>
    <message>
        <source>Writing the tokeniser</source>
        <translation>Der Tokenisierer wird geschrieben</translation>
    </message>
    <message>
        <source>Writing the untrained model</source>
        <translation>Das untrainierte Modell wird geschrieben</translation>
    </message>
    <message>
        <source>Writing {name} …</source>
        <translation>{name} wird geschrieben …</translation>
    </message>
    <message>
        <source>Writing …</source>
        <translation>Wird geschrieben …</translation>
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
        <source>You are …</source>
        <translation>Du bist …</translation>
    </message>
    <message>
        <source>You can get the file {wheel} on another computer and add it with: ownhand models add {wheel}</source>
        <translation>Sie können die Datei {wheel} auf einem anderen Rechner holen und hinzufügen mit: ownhand models add {wheel}</translation>
    </message>
    <message>
        <source>You changed the passage since. Close this and ask again.</source>
        <translation>Sie haben die Passage seitdem geändert. Schließen Sie dies und fragen Sie noch einmal.</translation>
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
        <source>Your question</source>
        <translation>Ihre Frage</translation>
    </message>
    <message>
        <source>Your texts</source>
        <translation>Ihre Texte</translation>
    </message>
    <message>
        <source>Your version</source>
        <translation>Ihre Fassung</translation>
    </message>
    <message>
        <source>Your words per hour</source>
        <translation>Ihre Wörter pro Stunde</translation>
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
        <source>alert at the end of a long generation</source>
        <translation>Hinweis am Ende einer langen Erzeugung</translation>
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
        <source>another script</source>
        <translation>eine andere Schrift</translation>
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
        <source>as generated {digest}</source>
        <translation>wie erzeugt {digest}</translation>
    </message>
    <message>
        <source>as it was opened</source>
        <translation>wie sie geöffnet wurde</translation>
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
        <translation>bevor eine frühere zurückgeholt wurde</translation>
    </message>
    <message>
        <source>before it was saved over</source>
        <translation>bevor überschrieben wurde</translation>
    </message>
    <message>
        <source>before the first step</source>
        <translation>vor dem ersten Schritt</translation>
    </message>
    <message>
        <source>before the other version was loaded</source>
        <translation>bevor die andere Fassung geladen wurde</translation>
    </message>
    <message>
        <source>before versions were merged</source>
        <translation>bevor Fassungen zusammengeführt wurden</translation>
    </message>
    <message>
        <source>being written</source>
        <translation>wird geschrieben</translation>
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
        <translation>von einem anderen Programm</translation>
    </message>
    <message>
        <source>candidates in one batch</source>
        <translation>Kandidaten in einem Batch</translation>
    </message>
    <message>
        <source>cannot be read ({reason})</source>
        <translation>lässt sich nicht lesen ({reason})</translation>
    </message>
    <message>
        <source>changed by you</source>
        <translation>von Ihnen geändert</translation>
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
        <source>cut to {share} %</source>
        <translation>gekürzt auf {share} %</translation>
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
        <source>defines XML entities, which can blow up; it was left alone</source>
        <translation>definiert XML-Entitäten, die sich aufblähen können; wurde in Ruhe gelassen</translation>
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
        <source>dry_penalty_last_n: phrases are looked for as far back as repeated words are.</source>
        <translation>dry_penalty_last_n: Wendungen werden so weit zurück gesucht wie wiederholte Wörter.</translation>
    </message>
    <message>
        <source>early stopping: patience in held-out scores</source>
        <translation>Early Stopping: Geduld in Bewertungen</translation>
    </message>
    <message>
        <source>edited; generated by {model}, {preset}, {when}</source>
        <translation>bearbeitet; erzeugt von {model}, {preset}, {when}</translation>
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
        <source>for reading only</source>
        <translation>nur zum Lesen</translation>
    </message>
    <message>
        <source>for {model}</source>
        <translation>für {model}</translation>
    </message>
    <message>
        <source>formal</source>
        <translation>förmlich</translation>
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
        <source>friendly</source>
        <translation>freundlich</translation>
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
        <source>generated</source>
        <translation>erzeugt</translation>
    </message>
    <message>
        <source>generated by a model</source>
        <translation>von einem Modell erzeugt</translation>
    </message>
    <message>
        <source>generated by {model}, {preset}, {when}</source>
        <translation>erzeugt von {model}, {preset}, {when}</translation>
    </message>
    <message>
        <source>generated, then edited</source>
        <translation>erzeugt, dann bearbeitet</translation>
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
    <message>
        <source>holds more text than any book</source>
        <translation>enthält mehr Text als irgendein Buch</translation>
    </message>
    <message>
        <source>holds more than {max_members:,} parts</source>
        <translation>enthält mehr als {max_members:,} Teile</translation>
    </message>
    <message>
        <source>holds no text</source>
        <translation>enthält keinen Text</translation>
    </message>
    <message>
        <source>holds no text in a field “{field}”</source>
        <translation>enthält keinen Text in einem Feld „{field}“</translation>
    </message>
    <message>
        <source>holds no texts</source>
        <translation>enthält keine Texte</translation>
    </message>
    <message>
        <source>holds only pictures of pages, no text</source>
        <translation>enthält nur Bilder von Seiten, keinen Text</translation>
    </message>
    <message>
        <source>how it came about was not noted</source>
        <translation>wie es entstand, wurde nicht vermerkt</translation>
    </message>
    <message>
        <source>humorous</source>
        <translation>humorvoll</translation>
    </message>
    <message numerus="yes">
        <source>in %n texts</source>
        <translation>
            <numerusform>in %n Text</numerusform>
            <numerusform>in %n Texten</numerusform>
        </translation>
    </message>
    <message>
        <source>in about one of {count} tests</source>
        <translation>in etwa einem von {count} Tests</translation>
    </message>
    <message>
        <source>in the text</source>
        <translation>im Text</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>in Gebrauch</translation>
    </message>
    <message>
        <source>in {count} of 100 tests</source>
        <translation>in {count} von 100 Tests</translation>
    </message>
    <message>
        <source>is a Kindle book; convert it to .epub to use it</source>
        <translation>ist ein Kindle-Buch; wandeln Sie es in .epub um</translation>
    </message>
    <message>
        <source>is a Pages document; export it as .docx to use it</source>
        <translation>ist ein Pages-Dokument; exportieren Sie es als .docx</translation>
    </message>
    <message>
        <source>is a WordPerfect file; save it as .docx to use it</source>
        <translation>ist eine WordPerfect-Datei; speichern Sie sie als .docx</translation>
    </message>
    <message>
        <source>is a backup or temporary file</source>
        <translation>ist eine Sicherungs- oder temporäre Datei</translation>
    </message>
    <message>
        <source>is a device or a pipe, not a file</source>
        <translation>ist ein Gerät oder eine Pipe, keine Datei</translation>
    </message>
    <message>
        <source>is an archive; unpack it to use what is in it</source>
        <translation>ist ein Archiv; entpacken Sie es</translation>
    </message>
    <message>
        <source>is an old Word file; save it as .docx to use it</source>
        <translation>ist eine alte Word-Datei; speichern Sie sie als .docx</translation>
    </message>
    <message>
        <source>is built in a way that is too much for this machine</source>
        <translation>ist so gebaut, dass es für diesen Rechner zu viel ist</translation>
    </message>
    <message>
        <source>is copy-protected by its shop and cannot be read</source>
        <translation>ist vom Händler kopiergeschützt und lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>is damaged: it does not open as a PDF</source>
        <translation>ist beschädigt: lässt sich nicht als PDF öffnen</translation>
    </message>
    <message>
        <source>is damaged: it does not open as the file it is named for</source>
        <translation>ist beschädigt: lässt sich nicht als das öffnen, was der Name sagt</translation>
    </message>
    <message>
        <source>is damaged: it is not valid JSON</source>
        <translation>ist beschädigt: kein gültiges JSON</translation>
    </message>
    <message>
        <source>is damaged: its XML cannot be read</source>
        <translation>ist beschädigt: das XML lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>is damaged: its part {name} cannot be unpacked</source>
        <translation>ist beschädigt: der Teil {name} lässt sich nicht entpacken</translation>
    </message>
    <message>
        <source>is damaged: its part {name} is missing</source>
        <translation>ist beschädigt: der Teil {name} fehlt</translation>
    </message>
    <message>
        <source>is damaged: the row at line {line} cannot be read</source>
        <translation>ist beschädigt: die Reihe in Zeile {line} lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>ist leer</translation>
    </message>
    <message>
        <source>is hidden</source>
        <translation>ist verborgen</translation>
    </message>
    <message>
        <source>is larger than 512 MB; split it into parts to use it</source>
        <translation>ist größer als 512 MB; teilen Sie die Datei auf</translation>
    </message>
    <message>
        <source>is larger than {value} MB</source>
        <translation>ist größer als {value} MB</translation>
    </message>
    <message>
        <source>is larger than {value} MB; split it into parts to use it</source>
        <translation>ist größer als {value} MB; teilen Sie die Datei auf</translation>
    </message>
    <message>
        <source>is left out on request</source>
        <translation>ist auf Wunsch ausgelassen</translation>
    </message>
    <message>
        <source>is locked; print it into a new PDF without a password</source>
        <translation>ist gesperrt; drucken Sie es ohne Passwort in ein neues PDF</translation>
    </message>
    <message>
        <source>is nested too deeply to be a collection of texts</source>
        <translation>ist zu tief verschachtelt für eine Sammlung von Texten</translation>
    </message>
    <message>
        <source>is no ordinary file</source>
        <translation>ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>is not a PDF, whatever its name says</source>
        <translation>ist kein PDF, was auch immer der Name sagt</translation>
    </message>
    <message>
        <source>is not a kind of text that Ownhand reads</source>
        <translation>ist keine Art von Text, die Ownhand liest</translation>
    </message>
    <message>
        <source>is not a text, whatever its name says</source>
        <translation>ist kein Text, was auch immer der Name sagt</translation>
    </message>
    <message>
        <source>is not rich text, whatever its name says</source>
        <translation>ist kein Rich Text, was auch immer der Name sagt</translation>
    </message>
    <message>
        <source>is not there any more</source>
        <translation>ist nicht mehr da</translation>
    </message>
    <message>
        <source>is the same file as {first}</source>
        <translation>ist dieselbe Datei wie {first}</translation>
    </message>
    <message>
        <source>is the same folder as {first}</source>
        <translation>ist derselbe Ordner wie {first}</translation>
    </message>
    <message>
        <source>it uses {operator} on texts</source>
        <translation>es wendet {operator} auf Texte an</translation>
    </message>
    <message>
        <source>just as</source>
        <translation>genauso</translation>
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
        <source>lively</source>
        <translation>lebhaft</translation>
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
        <source>may not be read by you</source>
        <translation>darf von Ihnen nicht gelesen werden</translation>
    </message>
    <message>
        <source>may not be read by you; ask its owner for the right to read it</source>
        <translation>darf von Ihnen nicht gelesen werden; bitten Sie um das Leserecht</translation>
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
        <source>nats per byte</source>
        <translation>Nat pro Byte</translation>
    </message>
    <message>
        <source>near duplicates</source>
        <translation>Beinahe-Dubletten</translation>
    </message>
    <message>
        <source>needs a password</source>
        <translation>braucht ein Passwort</translation>
    </message>
    <message>
        <source>needs a password, or is an old Office file; save it without a password as a new file</source>
        <translation>braucht ein Passwort oder ist eine alte Office-Datei; speichern Sie sie ohne Passwort neu</translation>
    </message>
    <message>
        <source>needs a password; save it without one to use it</source>
        <translation>braucht ein Passwort; speichern Sie sie ohne</translation>
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
        <source>no preset</source>
        <translation>keine Voreinstellung</translation>
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
        <source>not named</source>
        <translation>nicht benannt</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>nicht gespeichert</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>noch nicht gespeichert</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>number</source>
        <translation>eine Zahl</translation>
    </message>
    <message numerus="yes">
        <source>of %n</source>
        <translation>
            <numerusform>von %n</numerusform>
            <numerusform>von %n</numerusform>
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
        <source>one word</source>
        <translation>ein Wort</translation>
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
        <source>page {page} and {count} others are damaged</source>
        <translation>Seite {page} und {count} andere sind beschädigt</translation>
    </message>
    <message>
        <source>page {page} is damaged</source>
        <translation>Seite {page} ist beschädigt</translation>
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
        <source>pasted from elsewhere</source>
        <translation>von anderswo eingefügt</translation>
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
        <source>plain</source>
        <translation>schlicht</translation>
    </message>
    <message>
        <source>presence penalty</source>
        <translation>Anwesenheitsstrafe (presence penalty)</translation>
    </message>
    <message>
        <source>preset {preset}</source>
        <translation>Voreinstellung {preset}</translation>
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
        <translation>beiseitegelegt</translation>
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
        <source>rep_pen_slope: near and far repeats count the same here.</source>
        <translation>rep_pen_slope: Nahe und ferne Wiederholungen zählen hier gleich.</translation>
    </message>
    <message>
        <source>repeats itself</source>
        <translation>wiederholt sich selbst</translation>
    </message>
    <message>
        <source>repeats {name}</source>
        <translation>wiederholt {name}</translation>
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
        <translation>gespeichert</translation>
    </message>
    <message>
        <source>seed {seed}</source>
        <translation>Startzahl {seed}</translation>
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
        <source>solemn</source>
        <translation>feierlich</translation>
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
        <source>system beep</source>
        <translation>Signalton des Systems</translation>
    </message>
    <message>
        <source>temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>tense</source>
        <translation>angespannt</translation>
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
        <source>the model reads from here on</source>
        <translation>ab hier liest das Modell</translation>
    </message>
    <message>
        <source>the report is left out</source>
        <translation>der Bericht entfällt</translation>
    </message>
    <message>
        <source>the template has {count} characters</source>
        <translation>die Vorlage hat {count} Zeichen</translation>
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
        <source>trim to sentence end</source>
        <translation>auf Satzende kürzen</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>getippt</translation>
    </message>
    <message>
        <source>under a minute</source>
        <translation>unter einer Minute</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>unknown folder</source>
        <translation>unbekannter Ordner</translation>
    </message>
    <message>
        <source>unlikely</source>
        <translation>unwahrscheinlich</translation>
    </message>
    <message>
        <source>unpacks to more text than any book holds; it may be a zip bomb</source>
        <translation>entpackt sich zu mehr Text, als ein Buch enthält; vielleicht eine Zip-Bombe</translation>
    </message>
    <message>
        <source>unsaved changes</source>
        <translation>ungespeicherte Änderungen</translation>
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
        <source>very short</source>
        <translation>sehr kurz</translation>
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
        <source>was read only up to here: it {reason}</source>
        <translation>wurde nur bis hierher gelesen: {reason}</translation>
    </message>
    <message>
        <source>was wholly written by a model</source>
        <translation>wurde ganz von einem Modell geschrieben</translation>
    </message>
    <message>
        <source>weight decay</source>
        <translation>Weight Decay</translation>
    </message>
    <message>
        <source>weights {digest}</source>
        <translation>Gewichte {digest}</translation>
    </message>
    <message>
        <source>while writing</source>
        <translation>beim Schreiben</translation>
    </message>
    <message>
        <source>whole number</source>
        <translation>eine ganze Zahl</translation>
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
        <translation>schreibt …</translation>
    </message>
    <message>
        <source>your texts, averaged</source>
        <translation>Ihre Texte, gemittelt</translation>
    </message>
    <message>
        <source>{about} It comes with Ownhand; duplicate it to change it.</source>
        <translation>{about} Sie gehört zu Ownhand; duplizieren Sie sie, um sie zu ändern.</translation>
    </message>
    <message>
        <source>{action} ({key})</source>
        <translation>{action} ({key})</translation>
    </message>
    <message>
        <source>{after} of {before} texts stay</source>
        <translation>{after} von {before} Texten bleiben</translation>
    </message>
    <message>
        <source>{amount} are enough for a hint of your style; from {least:,} on it shows clearly.{note}</source>
        <translation>{amount} genügen für einen Anflug Ihres Stils; ab {least:,} zeigt er sich deutlich.{note}</translation>
    </message>
    <message>
        <source>{amount} are enough to learn a style from.</source>
        <translation>{amount} genügen, um einen Stil zu lernen.</translation>
    </message>
    <message>
        <source>{amount} are too few: a model would learn them by heart. Add texts, {least:,} words at least.{note}</source>
        <translation>{amount} sind zu wenig: Ein Modell würde sie auswendig lernen. Fügen Sie Texte hinzu, mindestens {least:,} Wörter.{note}</translation>
    </message>
    <message>
        <source>{amount} less</source>
        <translation>um {amount} weniger</translation>
    </message>
    <message>
        <source>{amount} more</source>
        <translation>um {amount} mehr</translation>
    </message>
    <message>
        <source>{amount} would be enough.{note}</source>
        <translation>{amount} wären genug.{note}</translation>
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
        <source>{count:,} entries that cannot be read as JSON, the first at line {line}</source>
        <translation>{count:,} Einträge, die sich nicht als JSON lesen lassen, der erste in Zeile {line}</translation>
    </message>
    <message>
        <source>{count:,} entries without text, the first at line {line}</source>
        <translation>{count:,} Einträge ohne Text, der erste in Zeile {line}</translation>
    </message>
    <message>
        <source>{count:,} generated characters left out</source>
        <translation>{count:,} erzeugte Zeichen ausgelassen</translation>
    </message>
    <message>
        <source>{count:,} of {all:,} texts are repeated</source>
        <translation>{count:,} von {all:,} Texten wiederholen sich</translation>
    </message>
    <message>
        <source>{count:,} rows without text, the first at line {line}</source>
        <translation>{count:,} Reihen ohne Text, die erste in Zeile {line}</translation>
    </message>
    <message>
        <source>{count:,} very short</source>
        <translation>{count:,} sehr kurz</translation>
    </message>
    <message>
        <source>{count:,} words</source>
        <translation>{count:,} Wörter</translation>
    </message>
    <message>
        <source>{count:,} words (of {all:,}, the rest is repeated or no text of yours)</source>
        <translation>{count:,} Wörter (von {all:,}; der Rest wiederholt sich oder ist kein Text von Ihnen)</translation>
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
        <source>{count} words</source>
        <translation>{count} Wörter</translation>
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
        <translation>{done} von {goal} in dieser Sitzung</translation>
    </message>
    <message>
        <source>{done} of {goal} words</source>
        <translation>{done} von {goal} Wörtern</translation>
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
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>{index_file} points to files outside of its directory. Do not use this model.</source>
        <translation>{index_file} verweist auf Dateien außerhalb seines Ordners. Benutzen Sie dieses Modell nicht.</translation>
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
        <source>{loss} ({count} times)</source>
        <translation>{loss} ({count}-mal)</translation>
    </message>
    <message>
        <source>{millions} million weights, {licence}</source>
        <translation>{millions} Millionen Gewichte, {licence}</translation>
    </message>
    <message>
        <source>{model} goes on with texts but takes no instructions, so it cannot rewrite a passage. Choose a model that was made for instructions; their names often say “Instruct” or “Chat”.</source>
        <translation>{model} setzt Texte fort, nimmt aber keine Anweisungen an; es kann keine Passage umformulieren. Wählen Sie ein Modell, das für Anweisungen gemacht ist; im Namen steht oft „Instruct“ oder „Chat“.</translation>
    </message>
    <message>
        <source>{model} has a preset of its own, “{preset}”. Your changed settings stay in force.</source>
        <translation>{model} hat eine eigene Voreinstellung, „{preset}“. Ihre geänderten Einstellungen bleiben in Kraft.</translation>
    </message>
    <message>
        <source>{model} is not the model any more that wrote this passage: its weights are others by now. The same text cannot come again.</source>
        <translation>{model} ist nicht mehr das Modell, das diese Passage schrieb: Seine Gewichte sind inzwischen andere. Derselbe Text kann nicht wiederkommen.</translation>
    </message>
    <message>
        <source>{model} wrote this passage, and it is not on this machine any more. Without it the same text cannot come again.</source>
        <translation>{model} schrieb diese Passage und ist nicht mehr auf diesem Rechner. Ohne dieses Modell kann derselbe Text nicht wiederkommen.</translation>
    </message>
    <message>
        <source>{model} wrote this passage; another model is loaded. Only the same one can write it again.</source>
        <translation>{model} schrieb diese Passage; geladen ist ein anderes Modell. Nur dasselbe kann sie noch einmal schreiben.</translation>
    </message>
    <message>
        <source>{model} · waiting to write</source>
        <translation>{model} · wartet auf das Schreiben</translation>
    </message>
    <message>
        <source>{name}
{when}, {turns}</source>
        <translation>{name}
{when}, {turns}</translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}.</source>
        <translation>{name} lässt sich nicht lesen: {reason}.</translation>
    </message>
    <message>
        <source>{name} copy</source>
        <translation>{name} Kopie</translation>
    </message>
    <message>
        <source>{name} has {value:.0f} MB; Ownhand opens texts of up to {value_2} MB. Split it into parts first. The file was not changed.</source>
        <translation>{name} hat {value:.0f} MB; Ownhand öffnet Texte bis {value_2} MB. Teilen Sie die Datei zuerst auf. Die Datei wurde nicht geändert.</translation>
    </message>
    <message>
        <source>{name} holds its weights as {pickles}, a format that can run programs when it is opened. Ownhand never opens it. Get the model with {single_file}, or convert it on a computer where that is safe.</source>
        <translation>{name} enthält seine Gewichte als {pickles}, ein Format, das beim Öffnen Programme ausführen kann. Ownhand öffnet es nie. Holen Sie das Modell mit {single_file}, oder wandeln Sie es auf einem Rechner um, wo das gefahrlos ist.</translation>
    </message>
    <message>
        <source>{name} holds no lore. Ownhand reads its own lore files, the world info of SillyTavern, and stories and world info of KoboldAI.</source>
        <translation>{name} enthält kein Weltwissen. Ownhand liest eigene Dateien, die World Info von SillyTavern sowie Geschichten und World Info von KoboldAI.</translation>
    </message>
    <message>
        <source>{name} holds no settings for writing that Ownhand knows. It reads its own presets and those of {names}.</source>
        <translation>{name} enthält keine Schreibeinstellungen, die Ownhand kennt. Es liest eigene Voreinstellungen und die von {names}.</translation>
    </message>
    <message>
        <source>{name} holds no settings that Ownhand could take over.</source>
        <translation>{name} enthält keine Einstellungen, die Ownhand übernehmen könnte.</translation>
    </message>
    <message>
        <source>{name} holds no usable {single_file}. Get the model again, with all of its files.</source>
        <translation>{name} enthält keine brauchbare {single_file}. Holen Sie das Modell noch einmal, mit allen seinen Dateien.</translation>
    </message>
    <message>
        <source>{name} holds no {single_file}. Get the model again, with all of its files.</source>
        <translation>{name} enthält keine {single_file}. Holen Sie das Modell noch einmal, mit allen seinen Dateien.</translation>
    </message>
    <message>
        <source>{name} holds something that Ownhand cannot read, so it is not saved over. Use Save As with another name; your text is still here.</source>
        <translation>{name} enthält etwas, das Ownhand nicht lesen kann; darum wird nicht überschrieben. Nehmen Sie „Speichern unter“ mit einem anderen Namen; Ihr Text ist noch hier.</translation>
    </message>
    <message>
        <source>{name} holds {count} GGUF files; Ownhand needs exactly one. Unpack it and add the one you want.</source>
        <translation>{name} enthält {count} GGUF-Dateien; Ownhand braucht genau eine. Entpacken Sie es und fügen Sie die gewünschte hinzu.</translation>
    </message>
    <message>
        <source>{name} is a GGUF file of a version ({version}) or byte order that Ownhand cannot read. Choose a newer file of the same model.</source>
        <translation>{name} ist eine GGUF-Datei einer Version ({version}) oder Byte-Reihenfolge, die Ownhand nicht lesen kann. Wählen Sie eine neuere Datei desselben Modells.</translation>
    </message>
    <message>
        <source>{name} is a device or a pipe, not a file. Choose a text file.</source>
        <translation>{name} ist ein Gerät oder eine Pipe, keine Datei. Wählen Sie eine Textdatei.</translation>
    </message>
    <message>
        <source>{name} is damaged or not whole ({problem}). Get the file again and add it once more.</source>
        <translation>{name} ist beschädigt oder nicht vollständig ({problem}). Holen Sie die Datei noch einmal und fügen Sie sie erneut hinzu.</translation>
    </message>
    <message>
        <source>{name} is damaged or not whole ({problem}). Get the file again and add the model once more.</source>
        <translation>{name} ist beschädigt oder nicht vollständig ({problem}). Holen Sie die Datei noch einmal und fügen Sie das Modell erneut hinzu.</translation>
    </message>
    <message>
        <source>{name} is damaged or not whole ({problem}). Get the preset again.</source>
        <translation>{name} ist beschädigt oder nicht vollständig ({problem}). Holen Sie das Preset noch einmal.</translation>
    </message>
    <message>
        <source>{name} is empty. Get it again.</source>
        <translation>{name} ist leer. Holen Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <source>{name} is larger than {value} MB; that is no lore.</source>
        <translation>{name} ist größer als {value} MB; das ist kein Weltwissen.</translation>
    </message>
    <message>
        <source>{name} is larger than {value} MB; that is no preset.</source>
        <translation>{name} ist größer als {value} MB; das ist keine Voreinstellung.</translation>
    </message>
    <message>
        <source>{name} is no longer in {parent}: it was moved or deleted since the model learned from it. The passage stood there: {place}.</source>
        <translation>{name} ist nicht mehr in {parent}: Die Datei wurde verschoben oder gelöscht, seit das Modell aus ihr gelernt hat. Die Stelle stand hier: {place}.</translation>
    </message>
    <message>
        <source>{name} is no lore file: it is not written in JSON, or is damaged.</source>
        <translation>{name} ist keine Datei mit Weltwissen: nicht in JSON geschrieben oder beschädigt.</translation>
    </message>
    <message>
        <source>{name} is no preset: it does not give names to its values.</source>
        <translation>{name} ist keine Voreinstellung: Die Werte haben keine Namen.</translation>
    </message>
    <message>
        <source>{name} is no preset: it is damaged, or written in something that Ownhand cannot read. It reads TOML, YAML and JSON.</source>
        <translation>{name} ist keine Voreinstellung: beschädigt oder in etwas geschrieben, das Ownhand nicht lesen kann. Es liest TOML, YAML und JSON.</translation>
    </message>
    <message>
        <source>{name} is no preset: it is not written in UTF-8.</source>
        <translation>{name} ist keine Voreinstellung: nicht in UTF-8 geschrieben.</translation>
    </message>
    <message>
        <source>{name} is not a GGUF file.</source>
        <translation>{name} ist keine GGUF-Datei.</translation>
    </message>
    <message>
        <source>{name} is not a preset: {problem}. Save the preset again, or delete the file.</source>
        <translation>{name} ist keine Voreinstellung: {problem}. Speichern Sie die Voreinstellung noch einmal, oder löschen Sie die Datei.</translation>
    </message>
    <message>
        <source>{name} is open in another window of Ownhand, so it is shown here for reading only: two windows would write over each other.</source>
        <translation>{name} ist in einem anderen Fenster von Ownhand geöffnet und wird hier nur zum Lesen gezeigt: Zwei Fenster würden einander überschreiben.</translation>
    </message>
    <message>
        <source>{name} is open in another window of Ownhand. The text from before is here as a copy without a file.</source>
        <translation>{name} ist in einem anderen Fenster von Ownhand geöffnet. Der Text von vorher ist hier als Kopie ohne Datei.</translation>
    </message>
    <message>
        <source>{name} is saved, but not who wrote which parts of it ({reason}). Check that the disk with your home folder is not full or read-only, then save again.</source>
        <translation>{name} ist gespeichert, aber nicht, wer welche Teile schrieb ({reason}). Prüfen Sie, ob die Platte mit Ihrem Benutzerordner voll oder schreibgeschützt ist, und speichern Sie noch einmal.</translation>
    </message>
    <message>
        <source>{name} is too large to be a text. The file was not changed.</source>
        <translation>{name} ist zu groß für einen Text. Die Datei wurde nicht geändert.</translation>
    </message>
    <message>
        <source>{name} lacks the weight {name_2}. Get the file again or choose another one.</source>
        <translation>{name} fehlt das Gewicht {name_2}. Holen Sie die Datei noch einmal, oder wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>{name} must be a list of texts, none of them empty.</source>
        <translation>{name} muss eine Liste von Texten sein, keiner davon leer.</translation>
    </message>
    <message>
        <source>{name} must be a {kind}, not {value!r}.</source>
        <translation>{name} muss {kind} sein, nicht {value!r}.</translation>
    </message>
    <message>
        <source>{name} must be between {minimum:g} and {maximum:g}, not {value}.</source>
        <translation>{name} muss zwischen {minimum:g} und {maximum:g} liegen, nicht {value}.</translation>
    </message>
    <message>
        <source>{name} must be one of {list}, not {value!r}.</source>
        <translation>{name} muss eines von {list} sein, nicht {value!r}.</translation>
    </message>
    <message>
        <source>{name} must give a number to each word, as in {{ &quot; whale&quot; = -5 }}.</source>
        <translation>{name} muss jedem Wort eine Zahl geben, wie in {{ &quot; whale&quot; = -5 }}.</translation>
    </message>
    <message>
        <source>{name} must name each of {list} once.</source>
        <translation>{name} muss jedes von {list} einmal nennen.</translation>
    </message>
    <message>
        <source>{name} of the preset is damaged ({problem}). Get the preset again.</source>
        <translation>{name} des Presets ist beschädigt ({problem}). Holen Sie das Preset noch einmal.</translation>
    </message>
    <message>
        <source>{name} of the preset is damaged. Get the preset again.</source>
        <translation>{name} des Presets ist beschädigt. Holen Sie das Preset noch einmal.</translation>
    </message>
    <message>
        <source>{name} stores its weights as “{name_2}”, which Ownhand cannot read. Choose a file of the same model in another format, for example Q8_0 or Q4_K_M.</source>
        <translation>{name} speichert seine Gewichte als „{name_2}“, was Ownhand nicht lesen kann. Wählen Sie eine Datei desselben Modells in einem anderen Format, zum Beispiel Q8_0 oder Q4_K_M.</translation>
    </message>
    <message>
        <source>{name} stores {name_2} in a format (number {type_id}) that Ownhand does not know. Choose a file of the same model in another format, for example Q8_0 or Q4_K_M.</source>
        <translation>{name} speichert {name_2} in einem Format (Nummer {type_id}), das Ownhand nicht kennt. Wählen Sie eine Datei desselben Modells in einem anderen Format, zum Beispiel Q8_0 oder Q4_K_M.</translation>
    </message>
    <message>
        <source>{name} was changed by another program, and so was the text here. The page still shows your version.</source>
        <translation>{name} wurde von einem anderen Programm geändert, und der Text hier auch. Die Seite zeigt weiter Ihre Fassung.</translation>
    </message>
    <message>
        <source>{name} was changed by another program. The page still shows the version before that.</source>
        <translation>{name} wurde von einem anderen Programm geändert. Die Seite zeigt noch die Fassung davor.</translation>
    </message>
    <message>
        <source>{name} was moved or deleted by another program. The page still holds your text.</source>
        <translation>{name} wurde von einem anderen Programm verschoben oder gelöscht. Die Seite hält Ihren Text noch.</translation>
    </message>
    <message>
        <source>{name} was not moved: a folder cannot be moved into itself.</source>
        <translation>{name} wurde nicht verschoben: Ein Ordner lässt sich nicht in sich selbst verschieben.</translation>
    </message>
    <message>
        <source>{name} was not saved: character {value} of the text is half of a broken symbol. Delete it and save again.</source>
        <translation>{name} wurde nicht gespeichert: Zeichen {value} des Textes ist die Hälfte eines kaputten Zeichens. Löschen Sie es und speichern Sie noch einmal.</translation>
    </message>
    <message>
        <source>{name} was not saved: the folder {parent} is not there (any more). Use Save As to choose another folder; your text is still here.</source>
        <translation>{name} wurde nicht gespeichert: Den Ordner {parent} gibt es nicht (mehr). Wählen Sie mit „Speichern unter“ einen anderen; Ihr Text ist noch hier.</translation>
    </message>
    <message>
        <source>{name} was not saved: this file is open in another window of Ownhand. Use Save As with another name; your text is still here.</source>
        <translation>{name} wurde nicht gespeichert: Die Datei ist in einem anderen Fenster von Ownhand geöffnet. Nehmen Sie „Speichern unter“ mit einem anderen Namen; Ihr Text ist noch hier.</translation>
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
        <source>{name}: there is nothing like it here.</source>
        <translation>{name}: So etwas gibt es hier nicht.</translation>
    </message>
    <message>
        <source>{name}: what only one of the two versions changed goes together by itself. At the places below both did; choose what to take.</source>
        <translation>{name}: Was nur eine der beiden Fassungen geändert hat, fügt sich von selbst zusammen. An den Stellen unten taten es beide; wählen Sie, was gelten soll.</translation>
    </message>
    <message>
        <source>{name}: {value} became {nearest}, the nearest that there is here.</source>
        <translation>{name}: Aus {value} wurde {nearest}, das Nächste, das es hier gibt.</translation>
    </message>
    <message>
        <source>{name}: {value} is no list of texts.</source>
        <translation>{name}: {value} ist keine Liste von Texten.</translation>
    </message>
    <message>
        <source>{name}: {value} is no number.</source>
        <translation>{name}: {value} ist keine Zahl.</translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <translation>{number} von {total}</translation>
    </message>
    <message>
        <source>{path} cannot be read ({problem}).</source>
        <translation>{path} lässt sich nicht lesen ({problem}).</translation>
    </message>
    <message>
        <source>{path} is a folder. Choose a file name inside it.</source>
        <translation>{path} ist ein Ordner. Wählen Sie einen Dateinamen darin.</translation>
    </message>
    <message>
        <source>{path} is a folder. Choose a text file inside it.</source>
        <translation>{path} ist ein Ordner. Wählen Sie eine Textdatei darin.</translation>
    </message>
    <message>
        <source>{path} is no persona: it needs a name and a system prompt.</source>
        <translation>{path} ist keine Persona: Sie braucht einen Namen und eine Anweisung.</translation>
    </message>
    <message>
        <source>{path} was written by a newer Ownhand.</source>
        <translation>{path} wurde von einem neueren Ownhand geschrieben.</translation>
    </message>
    <message>
        <source>{percent} % {what} ({characters} characters)</source>
        <translation>{percent} % {what} ({characters} Zeichen)</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>{place} von {count}</translation>
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
        <source>{setting} and retry</source>
        <translation>{setting} und neuer Versuch</translation>
    </message>
    <message>
        <source>{setting} from now on</source>
        <translation>{setting} von jetzt an</translation>
    </message>
    <message>
        <source>{share} %</source>
        <translation>{share} %</translation>
    </message>
    <message>
        <source>{share} % generated</source>
        <translation>{share} % erzeugt</translation>
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
        <source>{target} is read-only</source>
        <translation>{target} ist schreibgeschützt</translation>
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
        <source>{titles} is installed but does not start ({problem}). Install Ownhand again, or choose another backend; “ownhand doctor” tells more.</source>
        <translation>{titles} ist installiert, startet aber nicht ({problem}). Installieren Sie Ownhand neu, oder wählen Sie ein anderes Backend; „ownhand doctor“ sagt mehr.</translation>
    </message>
    <message>
        <source>{title} - report.html</source>
        <translation>{title} - Bericht.html</translation>
    </message>
    <message>
        <source>{title} is not on this machine, and downloads are switched off. {by_hand}</source>
        <translation>{title} ist nicht auf diesem Rechner, und Downloads sind ausgeschaltet. {by_hand}</translation>
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
        <source>{title} – who wrote what</source>
        <translation>{title} – wer was schrieb</translation>
    </message>
    <message>
        <source>{title}: {millions} million weights of {bits} bits, computed by {backend}, licence {licence}</source>
        <translation>{title}: {millions} Millionen Gewichte zu {bits} Bit, gerechnet von {backend}, Lizenz {licence}</translation>
    </message>
    <message>
        <source>{tokens}, the pieces of words that {model} reads</source>
        <translation>{tokens}, die Wortstücke, die {model} liest</translation>
    </message>
    <message>
        <source>{used} of {limit} tokens</source>
        <translation>{used} von {limit} Token</translation>
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
        <source>{where} has a {manifest_file} of an unknown version. {advice}</source>
        <translation>{where} hat eine {manifest_file} einer unbekannten Version. {advice}</translation>
    </message>
    <message>
        <source>{where} is damaged: {manifest_file} cannot be read. {advice}</source>
        <translation>{where} ist beschädigt: {manifest_file} lässt sich nicht lesen. {advice}</translation>
    </message>
    <message>
        <source>{where} is damaged: {manifest_file} is not a manifest. {advice}</source>
        <translation>{where} ist beschädigt: {manifest_file} ist kein Manifest. {advice}</translation>
    </message>
    <message>
        <source>{where} is not a preset: its schema number is missing.</source>
        <translation>{where} ist keine Voreinstellung: Die Schemanummer fehlt.</translation>
    </message>
    <message>
        <source>{where} is not complete: {manifest_file} is missing. {advice}</source>
        <translation>{where} ist nicht vollständig: {manifest_file} fehlt. {advice}</translation>
    </message>
    <message>
        <source>{where} was added by a newer Ownhand. Update Ownhand to use it.</source>
        <translation>{where} wurde von einem neueren Ownhand hinzugefügt. Bringen Sie Ownhand auf den neuen Stand.</translation>
    </message>
    <message>
        <source>{where} was made by a newer Ownhand. Update Ownhand, or save the preset again.</source>
        <translation>{where} stammt von einem neueren Ownhand. Bringen Sie Ownhand auf den neuen Stand, oder speichern Sie die Voreinstellung noch einmal.</translation>
    </message>
    <message>
        <source>{where}: {said}</source>
        <translation>{where}: {said}</translation>
    </message>
    <message>
        <source>{who} said</source>
        <translation>{who} sagte</translation>
    </message>
    <message>
        <source>{words} of them edited</source>
        <translation>davon {words} bearbeitet</translation>
    </message>
    <message>
        <source>{words}, {characters} characters, on {date}.</source>
        <translation>{words}, {characters} Zeichen, am {date}.</translation>
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
        <source>“{id}” is no name of a conversation.</source>
        <translation>„{id}“ ist kein Name eines Gesprächs.</translation>
    </message>
    <message>
        <source>“{name}” comes with Ownhand and stays.</source>
        <translation>„{name}“ gehört zu Ownhand und bleibt.</translation>
    </message>
    <message>
        <source>“{name}” comes with Ownhand. Choose another name for yours.</source>
        <translation>„{name}“ gehört zu Ownhand. Wählen Sie für Ihre einen anderen Namen.</translation>
    </message>
    <message>
        <source>“{name}” comes with Ownhand. Give your preset another name.</source>
        <translation>„{name}“ gehört zu Ownhand. Geben Sie Ihrer Voreinstellung einen anderen Namen.</translation>
    </message>
    <message>
        <source>“{name}” could not be saved: {reason}. It stays as it is until you close Ownhand.</source>
        <translation>„{name}“ konnte nicht gespeichert werden: {reason}. Es bleibt, wie es ist, bis Sie Ownhand schließen.</translation>
    </message>
    <message>
        <source>“{name}” from {when} was not saved.</source>
        <translation>„{name}“ von {when} wurde nicht gespeichert.</translation>
    </message>
    <message>
        <source>“{name}” is taken by now: it is called “{new}”.</source>
        <translation>„{name}“ ist inzwischen vergeben: Es heißt jetzt „{new}“.</translation>
    </message>
    <message>
        <source>“{name}” was deleted.</source>
        <translation>„{name}“ wurde gelöscht.</translation>
    </message>
    <message>
        <source>“{name}” was deleted. You find it in “Recently deleted”.</source>
        <translation>„{name}“ wurde gelöscht. Sie finden es unter „Kürzlich gelöscht“.</translation>
    </message>
    <message>
        <source>“{name}” was taken over from {program}.</source>
        <translation>„{name}“ wurde aus {program} übernommen.</translation>
    </message>
    <message>
        <source>“{name}” was written to {file}.</source>
        <translation>„{name}“ wurde in {file} geschrieben.</translation>
    </message>
    <message>
        <source>“{slug}” cannot be the name of a model. Use small letters, digits, dots and hyphens.</source>
        <translation>„{slug}“ kann nicht der Name eines Modells sein. Nehmen Sie kleine Buchstaben, Ziffern, Punkte und Bindestriche.</translation>
    </message>
    <message>
        <source>“{source}” cannot be read ({reason}). Check the path and try again.</source>
        <translation>„{source}“ lässt sich nicht lesen ({reason}). Prüfen Sie den Pfad und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>“{source}” is not on this machine and would have to be downloaded. Allow the download, or give the path of a file or directory.</source>
        <translation>„{source}“ ist nicht auf diesem Rechner und müsste heruntergeladen werden. Erlauben Sie den Download, oder nennen Sie den Pfad einer Datei oder eines Ordners.</translation>
    </message>
    <message>
        <source>“{title}”</source>
        <translation>„{title}“</translation>
    </message>
    <message>
        <source>“{title}” has not seen {name}. “ownhand models show {slug}” lists what it was trained on.</source>
        <translation>„{title}“ hat {name} nicht gesehen. „ownhand models show {slug}“ zählt auf, womit es trainiert wurde.</translation>
    </message>
    <message numerus="yes">
        <source>“{title}” is needed by {others}, trained from it. Remove %n of them first.</source>
        <translation>
            <numerusform>„{title}“ wird von {others} gebraucht, das daraus trainiert ist. Entfernen Sie zuerst dieses.</numerusform>
            <numerusform>„{title}“ wird von {others} gebraucht, die daraus trainiert sind. Entfernen Sie zuerst diese.</numerusform>
        </translation>
    </message>
    <message>
        <source>“{title}” needs the model “{base}” it was trained from, which is not on this machine any more. Add that model again; “{title}” works then as before.</source>
        <translation>„{title}“ braucht das Modell „{base}“, aus dem es trainiert wurde und das nicht mehr auf diesem Rechner ist. Fügen Sie dieses Modell wieder hinzu; dann geht „{title}“ wie zuvor.</translation>
    </message>
    <message>
        <source>“{title}” was deleted.</source>
        <translation>„{title}“ wurde gelöscht.</translation>
    </message>
    <message>
        <source>“{title}” was not trained here. Choose a model that was; “ownhand models list” shows all.</source>
        <translation>„{title}“ wurde nicht hier trainiert. Wählen Sie ein Modell, das es wurde; „ownhand models list“ zeigt alle.</translation>
    </message>
    <message>
        <source>“{title}” was trained from “{base_title}”, which has seen {name} as well. Train “{base_title}” again without it first, then go on from the new one.</source>
        <translation>„{title}“ wurde aus „{base_title}“ trainiert, das {name} ebenfalls gesehen hat. Trainieren Sie zuerst „{base_title}“ ohne diese Datei neu, und machen Sie dann von dem neuen weiter.</translation>
    </message>
    <message>
        <source>“{title}” was trained on another version of “{title_2}” than the one on this machine. Add that version as well, under another name, or train “{title}” again.</source>
        <translation>„{title}“ wurde mit einer anderen Fassung von „{title_2}“ trainiert als der auf diesem Rechner. Fügen Sie jene Fassung unter einem anderen Namen auch hinzu, oder trainieren Sie „{title}“ neu.</translation>
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
        <translation>… und mehr, zu lang, um es hier zu zeigen.</translation>
    </message>
    <message numerus="yes">
        <source>⋯ %Ln lines are the same ⋯</source>
        <translation>
            <numerusform>⋯ %Ln Zeile ist gleich ⋯</numerusform>
            <numerusform>⋯ %Ln Zeilen sind gleich ⋯</numerusform>
        </translation>
    </message>
</context>
</TS>
