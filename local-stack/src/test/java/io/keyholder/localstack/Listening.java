package io.keyholder.localstack;

import java.net.ServerSocket;
import java.util.Arrays;

/** A process that takes a while to die: it has threads and memory, and a port that it holds to the last. */
final class Listening {

    private Listening() {}

    public static void main(String[] arguments) throws Exception {
        byte[] memory = new byte[400 << 20];
        Arrays.fill(memory, (byte) 1);
        try (var socket = new ServerSocket(Integer.parseInt(arguments[0]), 1, Ports.loopback())) {
            System.out.println("listens");
            while (memory.length > 0) {
                socket.accept().close();
            }
        }
    }
}
