package io.keyholder.web.sample;

import io.keyholder.problems.CommonProblem;
import io.keyholder.web.ProblemException;
import io.keyholder.web.shape.NameLookup;
import io.keyholder.web.shape.Reference;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Notes by their own ids. Of one that is called after what fails, it fails so. */
@Singleton
class NoteNames implements NameLookup {
    private final Notes notes;

    NoteNames(Notes notes) {
        this.notes = notes;
    }

    @Override
    public String kind() {
        return "note";
    }

    @Override
    public Map<UUID, Reference> find(Set<UUID> ids) {
        Map<UUID, Reference> found = new HashMap<>();
        ids.forEach(id -> notes.find(id).ifPresent(note -> found.put(id, reference(note))));
        return found;
    }

    private static Reference reference(Note note) {
        if (note.name().startsWith("stale")) {
            throw ProblemException.of(CommonProblem.ACCESS_DATA_STALE);
        }
        if (note.name().startsWith("broken")) {
            throw new IllegalStateException("A secret of the database");
        }
        return new Reference(note.id(), note.name());
    }
}
