package io.keyholder.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** An HTTP proxy on this machine that makes connections for clients that say who they are, and remembers where to. */
final class TunnelProxy implements AutoCloseable {
    static final String USERNAME = "keyholder";
    static final String PASSWORD = "let-me-out";

    private static final int NOTHING_SENT = -1;
    private static final String CREDENTIALS = "basic "
            + Base64.getEncoder().encodeToString((USERNAME + ":" + PASSWORD).getBytes(StandardCharsets.ISO_8859_1));

    private final ServerSocket server;
    private final Queue<String> targets = new ConcurrentLinkedQueue<>();

    TunnelProxy() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return server.getLocalPort();
    }

    /** Of all connections it was asked for, as {@code host:port}. */
    Queue<String> targets() {
        return targets;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Thread.ofVirtual().start(() -> connect(client));
            } catch (SocketException closed) {
                return;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void connect(Socket client) {
        try (client) {
            BufferedReader head =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
            String target = head.readLine().split(" ")[1];
            if (!saysWhoItIs(head)) {
                write(
                        client,
                        "HTTP/1.1 407 Who is it?\r\nProxy-Authenticate: Basic realm=test\r\nContent-Length: 0\r\n\r\n");
                return;
            }
            targets.add(target);
            String[] address = target.split(":");
            try (Socket upstream = new Socket(address[0], Integer.parseInt(address[1]))) {
                write(client, "HTTP/1.1 200 OK\r\n\r\n");
                Thread back = Thread.ofVirtual().start(() -> copy(upstream, client));
                copy(client, upstream);
                back.join();
            }
        } catch (IOException gone) {
            // Whoever waits for an answer sees it.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean saysWhoItIs(BufferedReader head) throws IOException {
        boolean known = false;
        for (String header = head.readLine(); !header.isEmpty(); header = head.readLine()) {
            known |= header.equalsIgnoreCase("Proxy-Authorization: " + CREDENTIALS);
        }
        return known;
    }

    private static void write(Socket client, String head) throws IOException {
        client.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void copy(Socket from, Socket to) {
        byte[] bytes = new byte[8192];
        try {
            for (int read = from.getInputStream().read(bytes);
                    read != NOTHING_SENT;
                    read = from.getInputStream().read(bytes)) {
                to.getOutputStream().write(bytes, 0, read);
            }
            to.shutdownOutput();
        } catch (IOException gone) {
            // The other side ends with it.
        }
    }
}
