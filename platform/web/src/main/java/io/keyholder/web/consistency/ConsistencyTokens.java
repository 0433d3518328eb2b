package io.keyholder.web.consistency;

import io.keyholder.contracts.Sequence;
import io.keyholder.contracts.Topic;
import io.keyholder.outbox.Written;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Tokens to and from the text of the header {@value #HEADER}, which is opaque to clients and signed. */
@ApplicationScoped
public class ConsistencyTokens {
    public static final String HEADER = "Keyholder-Consistency";

    private static final byte[] BOUND = {'k', 'c', 1};

    private final Signing signing;

    ConsistencyTokens(Signings signings) {
        this.signing = signings.shared();
    }

    public String write(ConsistencyToken token) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(token.states().size());
            for (Written state : token.states()) {
                out.writeByte(state.topic().code());
                out.writeLong(state.id().getMostSignificantBits());
                out.writeLong(state.id().getLeastSignificantBits());
                out.writeShort(state.sequence().epoch());
                out.writeInt((int) state.sequence().version());
            }
            for (Map.Entry<String, Instant> until : token.completeUntil().entrySet()) {
                out.writeUTF(until.getKey());
                out.writeLong(until.getValue().getEpochSecond());
                out.writeInt(until.getValue().getNano());
            }
        } catch (IOException e) {
            throw new IllegalStateException("Writing to memory does not fail", e);
        }
        return signing.seal(bytes.toByteArray(), BOUND);
    }

    /** Empty when it was not made here. */
    public Optional<ConsistencyToken> read(String text) {
        return signing.open(text, BOUND).map(ConsistencyTokens::parse);
    }

    private static ConsistencyToken parse(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            List<Written> states = new ArrayList<>();
            int count = in.readUnsignedByte();
            for (int i = 0; i < count; i++) {
                Optional<Topic> topic = Topic.coded(in.readUnsignedByte());
                UUID id = new UUID(in.readLong(), in.readLong());
                Sequence sequence = new Sequence(in.readUnsignedShort(), in.readInt());
                // A service of a later version may follow more topics; of those this one has no view.
                topic.ifPresent(known -> states.add(new Written(known, id, sequence)));
            }
            Map<String, Instant> until = new HashMap<>();
            while (in.available() > 0) {
                until.put(in.readUTF(), Instant.ofEpochSecond(in.readLong(), in.readInt()));
            }
            return new ConsistencyToken(states, until);
        } catch (IOException e) {
            throw new IllegalStateException("A token that we signed is whole", e);
        }
    }
}
