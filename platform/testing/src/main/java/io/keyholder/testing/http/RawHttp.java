package io.keyholder.testing.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Sends what no decent client would. */
public final class RawHttp implements AutoCloseable {
    private final Socket socket;
    private final StringBuilder received = new StringBuilder();

    /** Connects to a port of this machine. */
    public RawHttp(int port) {
        try {
            socket = new Socket("127.0.0.1", port);
            socket.setSoTimeout(10_000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole answer to one request, after which the connection is closed. */
    public static String exchange(int port, String request) {
        try (RawHttp http = new RawHttp(port)) {
            http.send(request);
            return http.readAll();
        }
    }

    /** Line ends may be written as \n. */
    public void send(String text) {
        sendExactly(text.replace("\n", "\r\n"));
    }

    /** Bytes as the text has them, each character one. */
    public void sendExactly(String text) {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything received so far, once it holds the text. */
    public String readUntil(String text) {
        return read(text);
    }

    /** Everything until the connection is closed. */
    public String readAll() {
        return read(null);
    }

    private String read(@Nullable String text) {
        byte[] buffer = new byte[65_536];
        try {
            InputStream in = socket.getInputStream();
            while (text == null || received.indexOf(text) < 0) {
                int length = in.read(buffer);
                if (length < 0) {
                    break;
                }
                received.append(new String(buffer, 0, length, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            if (received.isEmpty()) {
                throw new UncheckedIOException(e);
            }
        }
        return received.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
