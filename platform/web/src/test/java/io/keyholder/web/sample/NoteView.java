package io.keyholder.web.sample;

import java.util.UUID;

record NoteView(UUID id, String name, Integer seats) {

    static NoteView of(Note note) {
        return new NoteView(note.id(), note.name(), note.seats());
    }
}
