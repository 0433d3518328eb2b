package io.keyholder.outbox.relay;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A wire to PostgreSQL on which time can pass between two messages of one statement: what was bound, with its snapshot,
 * is executed only after something else has happened.
 */
final class SlowWire implements AutoCloseable {
    private static final byte EXECUTE = 'E';
    private static final byte[] FLUSH = {'H', 0, 0, 0, 4};

    private final ServerSocket server;
    private final URI database;
    private final AtomicReference<Runnable> beforeExecute = new AtomicReference<>();
    private final Semaphore answers = new Semaphore(0);

    SlowWire(String jdbcUrl) throws IOException {
        database = URI.create(jdbcUrl.substring("jdbc:".length()));
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    /** The database's address by way of this wire. */
    String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + server.getLocalPort() + database.getPath() + "?sslmode=disable";
    }

    /** Once, after a statement was bound and before it is executed. */
    void beforeNextExecute(Runnable meanwhile) {
        beforeExecute.set(meanwhile);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void serve() {
        try (Socket client = server.accept();
                Socket real = new Socket(database.getHost(), database.getPort())) {
            Thread.ofVirtual().start(() -> copyAnswers(real, client));
            copyMessages(new DataInputStream(client.getInputStream()), new DataOutputStream(real.getOutputStream()));
        } catch (IOException | InterruptedException closed) {
            // The test is over.
        }
    }

    private void copyMessages(DataInputStream from, DataOutputStream to) throws IOException, InterruptedException {
        int startup = from.readInt();
        to.writeInt(startup);
        to.write(from.readNBytes(startup - 4));
        while (true) {
            byte type = from.readByte();
            int length = from.readInt();
            Runnable meanwhile = type == EXECUTE ? beforeExecute.getAndSet(null) : null;
            if (meanwhile != null) {
                answers.drainPermits();
                to.write(FLUSH);
                answers.tryAcquire(10, TimeUnit.SECONDS);
                meanwhile.run();
            }
            to.writeByte(type);
            to.writeInt(length);
            to.write(from.readNBytes(length - 4));
        }
    }

    private void copyAnswers(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[8192];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
                answers.release();
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }
}
