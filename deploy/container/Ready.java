import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Whether the service of this container is ready: the image's health check, which needs neither a shell nor curl. A plain
 * socket, since HTTP clients take several times as long to load.
 */
final class Ready {
    private static final int PATIENCE_MILLIS = 2_000;
    private static final String REQUEST = "GET /q/health/ready HTTP/1.0\r\nHost: localhost\r\n\r\n";

    private Ready() {}

    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(System.getenv("KEYHOLDER_HTTP_PORT"));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(REQUEST.getBytes(StandardCharsets.US_ASCII));
            byte[] statusLine = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
            System.exit(new String(statusLine, StandardCharsets.US_ASCII).endsWith(" 200") ? 0 : 1);
        }
    }
}
