package io.keyholder.testing.backend;

import com.github.dockerjava.api.DockerClient;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;

final class Containers {

    private Containers() {}

    /** Whether a Docker engine answers that has the images already. */
    static boolean areReady() {
        DockerClientFactory docker = DockerClientFactory.instance();
        return docker.isDockerAvailable()
                && Stream.of(ContainerPostgres.IMAGE, ContainerKafka.IMAGE)
                        .allMatch(image -> has(docker.client(), image));
    }

    private static boolean has(DockerClient docker, String image) {
        return !docker.listImagesCmd().withReferenceFilter(image).exec().isEmpty();
    }

    /** Ryuk ends containers with the JVM; where it is disabled ({@code TESTCONTAINERS_RYUK_DISABLED}) this does. */
    static void stopAtExit(GenericContainer<?> container) {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(container::stop));
    }
}
