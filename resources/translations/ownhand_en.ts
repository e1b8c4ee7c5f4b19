<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name></name>
    <message numerus="yes">
        <source>%Ln characters</source>
        <translation>
            <numerusform>%Ln character</numerusform>
            <numerusform>%Ln characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln characters as in {place}</source>
        <translation>
            <numerusform>%Ln character as in {place}</numerusform>
            <numerusform>%Ln characters as in {place}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln characters at the start of the text do not fit.</source>
        <translation>
            <numerusform>%Ln character at the start of the text does not fit.</numerusform>
            <numerusform>%Ln characters at the start of the text do not fit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln characters, left out</source>
        <translation>
            <numerusform>%Ln character, left out</numerusform>
            <numerusform>%Ln characters, left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries were taken over.</source>
        <translation>
            <numerusform>%Ln entry was taken over.</numerusform>
            <numerusform>%Ln entries were taken over.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines after it</source>
        <translation>
            <numerusform>%Ln line after it</numerusform>
            <numerusform>%Ln lines after it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln passages as in your training texts</source>
        <translation>
            <numerusform>%Ln passage as in your training texts</numerusform>
            <numerusform>%Ln passages as in your training texts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln steps</source>
        <translation>
            <numerusform>%Ln step</numerusform>
            <numerusform>%Ln steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln texts</source>
        <translation>
            <numerusform>%Ln text</numerusform>
            <numerusform>%Ln texts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln texts nearly</source>
        <translation>
            <numerusform>%Ln text nearly</numerusform>
            <numerusform>%Ln texts nearly</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln texts of fewer than ten words</source>
        <translation>
            <numerusform>%Ln text of fewer than ten words</numerusform>
            <numerusform>%Ln texts of fewer than ten words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln texts word for word</source>
        <translation>
            <numerusform>%Ln text word for word</numerusform>
            <numerusform>%Ln texts word for word</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tokens</source>
        <translation>
            <numerusform>%Ln token</numerusform>
            <numerusform>%Ln tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln told now</source>
        <translation>
            <numerusform>%Ln told now</numerusform>
            <numerusform>%Ln told now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln words</source>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln words and characters as in {place}</source>
        <translation>
            <numerusform>%Ln word as in {place}</numerusform>
            <numerusform>%Ln words and characters as in {place}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln words as in {place}</source>
        <translation>
            <numerusform>%Ln word as in {place}</numerusform>
            <numerusform>%Ln words as in {place}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed from the preset</source>
        <translation>
            <numerusform>%n changed from the preset</numerusform>
            <numerusform>%n changed from the preset</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n characters in the middle of a long turn are left out.</source>
        <translation>
            <numerusform>%n character in the middle of a long turn is left out.</numerusform>
            <numerusform>%n characters in the middle of a long turn are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n continuations of it went with it.</source>
        <translation>
            <numerusform>%n continuation of it went with it.</numerusform>
            <numerusform>%n continuations of it went with it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries were deleted. You find them in “Recently deleted”.</source>
        <translation>
            <numerusform>%n entry was deleted. You find it in “Recently deleted”.</numerusform>
            <numerusform>%n entries were deleted. You find them in “Recently deleted”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passages at once</source>
        <translation>
            <numerusform>%n passage at once</numerusform>
            <numerusform>%n passages at once</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n places</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replaced</source>
        <translation>
            <numerusform>%n replaced</numerusform>
            <numerusform>%n replaced</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tokens</source>
        <translation>
            <numerusform>%n token</numerusform>
            <numerusform>%n tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n turns</source>
        <translation>
            <numerusform>%n turn</numerusform>
            <numerusform>%n turns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n words</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n entries for good?</source>
        <translation>
            <numerusform>Delete %n entry for good?</numerusform>
            <numerusform>Delete %n entries for good?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left out: %n</source>
        <translation>
            <numerusform>Left out: %n</numerusform>
            <numerusform>Left out: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing found in %n texts.</source>
        <translation>
            <numerusform>Nothing found in %n text.</numerusform>
            <numerusform>Nothing found in %n texts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Searching, %n tokens</source>
        <translation>
            <numerusform>Searching, %n token</numerusform>
            <numerusform>Searching, %n tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The model reads on from here: %n older turns are too much for it.</source>
        <translation>
            <numerusform>The model reads on from here: %n older turn is too much for it.</numerusform>
            <numerusform>The model reads on from here: %n older turns are too much for it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are %n more.</source>
        <translation>
            <numerusform>There is %n more.</numerusform>
            <numerusform>There are %n more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minutes</source>
        <translation>
            <numerusform>about %n minute</numerusform>
            <numerusform>about %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>after %Ln steps</source>
        <translation>
            <numerusform>after %Ln step</numerusform>
            <numerusform>after %Ln steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n texts</source>
        <translation>
            <numerusform>in %n text</numerusform>
            <numerusform>in %n texts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n</source>
        <translation>
            <numerusform>of %n</numerusform>
            <numerusform>of %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{done} of %n pairs</source>
        <translation>
            <numerusform>{done} of %n pair</numerusform>
            <numerusform>{done} of %n pairs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{title}” is needed by {others}, trained from it. Remove %n of them first.</source>
        <translation>
            <numerusform>“{title}” is needed by {others}, trained from it. Remove that first.</numerusform>
            <numerusform>“{title}” is needed by {others}, trained from it. Remove those first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more, too many to show. Find in folder looks into all.</source>
        <translation>
            <numerusform>… and %n more, too many to show. Find in folder looks into all.</numerusform>
            <numerusform>… and %n more, too many to show. Find in folder looks into all.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>⋯ %Ln lines are the same ⋯</source>
        <translation>
            <numerusform>⋯ %Ln line is the same ⋯</numerusform>
            <numerusform>⋯ %Ln lines are the same ⋯</numerusform>
        </translation>
    </message>
</context>
</TS>
