package io.keyholder.testing.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The modules of the checkout as its {@code pom.xml} files tell of them. */
record Poms(Path project, Map<String, Element> byModule) {

    static Poms of(Path project) {
        var byModule = new TreeMap<String, Element>();
        for (Element module : elements(parse(project.resolve("pom.xml")), "module")) {
            var pom = project.resolve(module.getTextContent()).resolve("pom.xml");
            if (Files.exists(pom)) {
                byModule.put(module.getTextContent(), parse(pom));
            }
        }
        return new Poms(project, byModule);
    }

    List<SourceModule> modules() {
        return byModule.keySet().stream()
                .map(path -> new SourceModule(project, path))
                .toList();
    }

    /** All of those that a deployment runs. */
    List<String> processes() {
        return modules().stream().flatMap(module -> module.process().stream()).toList();
    }

    /** The processes that have this module on their class path, itself included. */
    Collection<String> processesWith(SourceModule module) {
        return modules().stream()
                .filter(candidate -> reaches(candidate.path(), artifactId(module.path())))
                .flatMap(candidate -> candidate.process().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean reaches(String path, String artifactId) {
        return artifactId(path).equals(artifactId)
                || dependencies(path)
                        .flatMap(dependency -> byModule.keySet().stream()
                                .filter(other -> artifactId(other).equals(dependency)))
                        .anyMatch(other -> reaches(other, artifactId));
    }

    private Stream<String> dependencies(String path) {
        return elements(byModule.get(path), "dependency").stream()
                .filter(dependency -> text(dependency, "groupId").equals("io.keyholder"))
                .filter(dependency -> !text(dependency, "scope").equals("test"))
                .map(dependency -> text(dependency, "artifactId"));
    }

    private String artifactId(String path) {
        return elements(byModule.get(path), "artifactId").stream()
                .filter(element -> element.getParentNode().equals(byModule.get(path)))
                .map(Element::getTextContent)
                .findFirst()
                .orElse("");
    }

    private static String text(Element parent, String name) {
        return elements(parent, name).stream()
                .map(Element::getTextContent)
                .findFirst()
                .orElse("");
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(index -> (Element) found.item(index))
                .toList();
    }

    private static Element parse(Path pom) {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(pom.toFile())
                    .getDocumentElement();
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("Cannot read " + pom, e);
        }
    }
}
