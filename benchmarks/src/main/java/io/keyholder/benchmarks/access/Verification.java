package io.keyholder.benchmarks.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.keyholder.contracts.EncodedEvent;
import io.keyholder.contracts.EventCodec;
import io.keyholder.contracts.Topic;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What it would cost a starting service to check a proof on each of a million assignments, in time of one processor. */
public final class Verification {

    private static final int ASSIGNMENTS = 1_000_000;
    private static final int MEASURED = 40_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Verification() {}

    /** What is made for a record once, by its owner, and checked by each reader. */
    private interface Proof {
        byte[] make(byte[] message) throws GeneralSecurityException;

        boolean holds(byte[] message, byte[] proof) throws GeneralSecurityException;
    }

    public static void main(String[] arguments) throws GeneralSecurityException {
        List<byte[]> records = new AccessEvents(MEASURED)
                .assignments()
                .map(event -> bytes(EventCodec.encode(Topic.ASSIGNMENTS, event)))
                .toList();
        System.out.printf(
                "%,d assignments of %d bytes each, headers and key included%n", ASSIGNMENTS, records.getFirst().length);
        for (int round = 1; round <= 3; round++) {
            measure("HMAC-SHA256", mac(), records);
            measure("Ed25519", signature("Ed25519", "Ed25519", 255), records);
            measure("ECDSA P-256", signature("EC", "SHA256withECDSA", 256), records);
        }
    }

    private static void measure(String name, Proof proof, List<byte[]> records) throws GeneralSecurityException {
        List<byte[]> proofs = new ArrayList<>();
        long start = THREADS.getCurrentThreadCpuTime();
        for (byte[] message : records) {
            proofs.add(proof.make(message));
        }
        double making = secondsOfAll(start);
        start = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < records.size(); i++) {
            if (!proof.holds(records.get(i), proofs.get(i))) {
                throw new IllegalStateException("Not what was made");
            }
        }
        System.out.printf(
                "%s: made in %.1f s, checked in %.1f s; %d bytes more a record%n",
                name, making, secondsOfAll(start), proofs.getFirst().length);
    }

    private static Proof mac() throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(new byte[32], "HmacSHA256"));
        return new Proof() {
            @Override
            public byte[] make(byte[] message) {
                return mac.doFinal(message);
            }

            @Override
            public boolean holds(byte[] message, byte[] proof) {
                return MessageDigest.isEqual(mac.doFinal(message), proof);
            }
        };
    }

    private static Proof signature(String keys, String algorithm, int size) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(keys);
        generator.initialize(size);
        KeyPair pair = generator.generateKeyPair();
        Signature signing = Signature.getInstance(algorithm);
        Signature checking = Signature.getInstance(algorithm);
        return new Proof() {
            @Override
            public byte[] make(byte[] message) throws GeneralSecurityException {
                signing.initSign(pair.getPrivate());
                signing.update(message);
                return signing.sign();
            }

            @Override
            public boolean holds(byte[] message, byte[] proof) throws GeneralSecurityException {
                checking.initVerify(pair.getPublic());
                checking.update(message);
                return checking.verify(proof);
            }
        };
    }

    /** All that a proof has to cover: topic, key, headers and payload. */
    private static byte[] bytes(EncodedEvent event) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(event.topic().getBytes(UTF_8));
        bytes.writeBytes(event.key().getBytes(UTF_8));
        new TreeMap<>(event.headers())
                .forEach((name, value) -> bytes.writeBytes((name + '\0' + value + '\0').getBytes(UTF_8)));
        bytes.writeBytes(event.payload().getBytes(UTF_8));
        return bytes.toByteArray();
    }

    /** Since then, for as many as were measured. */
    private static double secondsOfAll(long start) {
        return (THREADS.getCurrentThreadCpuTime() - start) / 1e9 * ASSIGNMENTS / MEASURED;
    }
}
