package io.keyholder.web.sample;

import io.keyholder.access.Permission;
import io.keyholder.contracts.AuditEntry;
import io.keyholder.contracts.EventType;
import io.keyholder.contracts.Ids;
import io.keyholder.contracts.RoomState;
import io.keyholder.outbox.Outbox;
import io.keyholder.problems.RoleProblem;
import io.keyholder.record.AuditLog;
import io.keyholder.record.AuditSubject;
import io.keyholder.web.Access;
import io.keyholder.web.Audited;
import io.keyholder.web.ProblemException;
import io.keyholder.web.answer.Answer;
import io.keyholder.web.audit.RequestAudit;
import io.keyholder.web.body.Body;
import io.keyholder.web.change.Changes;
import io.keyholder.web.list.ListParameters;
import io.keyholder.web.list.Page;
import io.keyholder.web.list.Pages;
import io.keyholder.web.list.Results;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** A resource as services write them, for all that they have in common. */
@Path("/notes")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Notes", description = "What the tests write down.")
public class NoteResource {
    private final Notes notes;
    private final Gate gate;
    private final Access access;
    private final Changes changes;
    private final Outbox outbox;
    private final AuditLog log;
    private final RequestAudit audit;
    private final Pages pages;

    NoteResource(
            Notes notes,
            Gate gate,
            Access access,
            Changes changes,
            Outbox outbox,
            AuditLog log,
            RequestAudit audit,
            Pages pages) {
        this.notes = notes;
        this.gate = gate;
        this.access = access;
        this.changes = changes;
        this.outbox = outbox;
        this.log = log;
        this.audit = audit;
        this.pages = pages;
    }

    @GET
    @Operation(operationId = "listNotes", summary = "List notes", description = "By name.")
    public Page<NoteView> list(
            @BeanParam ListParameters listing,
            @QueryParam("q") String q,
            @QueryParam("kind") List<NoteRequest.Kind> kinds) {
        access.requireOwn(Permission.ROOMS_VIEW);
        return pages.page(listing, found(access.tenant()), NoteView::of);
    }

    private Results<Note> found(UUID tenantId) {
        return new Results<>() {
            @Override
            public List<Note> page(List<String> after, int limit) {
                return notes.after(tenantId, after.isEmpty() ? "" : after.getFirst(), limit);
            }

            @Override
            public long count() {
                return 4711;
            }

            @Override
            public List<String> keysOf(Note note) {
                return List.of(note.name());
            }
        };
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getNote", summary = "Read a note", description = "One of the own tenant.")
    public Answer<NoteView> get(@PathParam("id") UUID id, @QueryParam("idea") String idea) {
        Note note = notes.find(id)
                .filter(n -> n.tenantId().equals(access.tenant()))
                .orElseThrow(ProblemException::notFound);
        return Answer.of(NoteView.of(note));
    }

    @GET
    @Path("/broken")
    @Operation(operationId = "breakDown", summary = "Break down", description = "By a mistake in the code.")
    public Answer<NoteView> breakDown() {
        throw new IllegalStateException("select secret from io.keyholder.web.sample.Notes");
    }

    @POST
    @ResponseStatus(201)
    @Operation(operationId = "createNote", summary = "Create a note", description = "In the own tenant.")
    @Audited(category = AuditEntry.Category.ROOM, operation = AuditEntry.Operation.CREATE)
    public Answer<NoteView> create(Body<NoteRequest> body) {
        return changes.run(() -> {
            access.requireOwn(Permission.ROOMS_CREATE);
            return changes.once(body, request -> {
                gate.pass();
                Note note = new Note(Ids.next(), access.tenant(), request.name(), request.seats(), 1);
                if (!notes.insert(note)) {
                    throw ProblemException.of(RoleProblem.ROLE_NAME_TAKEN);
                }
                publish(EventType.ROOM_CREATED, note);
                log.changed(AuditEntry.Category.ROOM, AuditEntry.Operation.CREATE, subject(note), audit.provenance());
                return Answer.created("/v1/notes/" + note.id(), NoteView.of(note));
            });
        });
    }

    @POST
    @Path("/many")
    @Operation(operationId = "createNotes", summary = "Create many notes", description = "A hundred.")
    @ResponseStatus(201)
    @Audited(category = AuditEntry.Category.ROOM, operation = AuditEntry.Operation.CREATE)
    public Answer<List<Integer>> createMany() {
        return changes.run(() -> {
            access.requireOwn(Permission.ROOMS_CREATE);
            return changes.once(() -> {
                for (int i = 0; i < 100; i++) {
                    UUID id = Ids.next();
                    Note note = new Note(id, access.tenant(), "many-" + id, null, 1);
                    notes.insert(note);
                    publish(EventType.ROOM_CREATED, note);
                }
                return Answer.createdMany(List.of(100));
            });
        });
    }

    @PATCH
    @Path("/{id}")
    @Consumes("application/merge-patch+json")
    @Operation(operationId = "changeNote", summary = "Change a note", description = "One of the own tenant.")
    @Audited(category = AuditEntry.Category.ROOM, operation = AuditEntry.Operation.UPDATE)
    public Answer<NoteView> change(@PathParam("id") UUID id, Body<NoteRequest> body) {
        return changes.run(() -> {
            Note present = visible(id);
            access.requireOwn(Permission.ROOMS_MODIFY);
            NoteRequest request =
                    body.patch(new NoteRequest(present.name(), present.seats(), null, List.of(), null, null, null));
            changes.requireMatch(NoteView.of(present));
            if (request.name().equals("taken")) {
                throw ProblemException.of(RoleProblem.ROLE_NAME_TAKEN);
            }
            Note changed = new Note(id, present.tenantId(), request.name(), request.seats(), present.version() + 1);
            notes.change(changed);
            publish(EventType.ROOM_CHANGED, changed);
            return Answer.of(NoteView.of(changed));
        });
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "deleteNote", summary = "Delete a note", description = "One of the own tenant.")
    @ResponseStatus(204)
    @Audited(category = AuditEntry.Category.ROOM, operation = AuditEntry.Operation.DELETE)
    public Answer<Void> delete(@PathParam("id") UUID id) {
        return changes.run(() -> {
            Note present = visible(id);
            access.requireOwn(Permission.ROOMS_UNENROLL);
            changes.requireMatch(NoteView.of(present));
            notes.delete(id);
            outbox.append(
                    EventType.ROOM_UNENROLLED,
                    new RoomState(id, present.tenantId(), List.of(), RoomState.Status.UNENROLLED),
                    present.version() + 1,
                    audit.provenance());
            return Answer.deleted();
        });
    }

    private Note visible(UUID id) {
        Note note = notes.lock(id).orElse(null);
        if (note != null) {
            audit.concerns(subject(note));
        }
        if (note == null || !note.tenantId().equals(access.tenant())) {
            throw ProblemException.notFound();
        }
        return note;
    }

    private void publish(EventType type, Note note) {
        outbox.append(
                type,
                new RoomState(note.id(), note.tenantId(), List.of(), RoomState.Status.ACTIVE),
                note.version(),
                audit.provenance());
    }

    private static AuditSubject subject(Note note) {
        return new AuditSubject(note.tenantId(), null, note.id().toString(), note.name());
    }
}
