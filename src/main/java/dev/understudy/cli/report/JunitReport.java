package dev.understudy.cli.report;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.understudy.api.Fault;
import dev.understudy.live.CountedNoun;
import dev.understudy.live.LoadResult;
import dev.understudy.load.Origin;
import dev.understudy.openapi.source.Finding;
import dev.understudy.openapi.source.Level;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * JUnit XML, which a CI shows as tests: a suite for each file with faults, in which every fault is a failed test, and
 * one suite in which every collection without faults is a passed test.
 */
final class JunitReport {
    private static final String ASCII = "US-ASCII";

    private final XMLStreamWriter xml;

    private JunitReport(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static void write(LoadResult checked, Writer out) throws IOException {
        try {
            // In ASCII, with the rest as references, so that no terminal's encoding can spoil it.
            var bytes = new ByteArrayOutputStream();
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, ASCII);
            new JunitReport(xml).write(checked);
            xml.flush();
            out.write(bytes.toString(US_ASCII));
            out.write(System.lineSeparator());
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private void write(LoadResult checked) throws XMLStreamException {
        Map<String, List<Fault>> byFile =
                checked.faults().stream().collect(groupingBy(Fault::file, LinkedHashMap::new, toList()));
        Map<String, List<Finding>> found =
                checked.findings().stream().collect(groupingBy(Finding::source, LinkedHashMap::new, toList()));
        List<Origin> sound = checked.origins().stream()
                .filter(origin -> byFile.keySet().stream().noneMatch(file -> isOf(origin, file)))
                .toList();
        xml.writeStartDocument(ASCII, "1.0");
        xml.writeStartElement("testsuites");
        for (Map.Entry<String, List<Fault>> file : byFile.entrySet()) {
            failed(file.getKey(), file.getValue());
        }
        for (Map.Entry<String, List<Finding>> file : found.entrySet()) {
            found(file.getKey(), file.getValue());
        }
        passed(sound);
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private static boolean isOf(Origin origin, String file) {
        return file.replace('\\', '/').contains(origin.collection() + ".");
    }

    private void failed(String file, List<Fault> faults) throws XMLStreamException {
        suite(file, faults.size(), faults.size(), 0);
        for (Fault fault : faults) {
            test(file, fault.line() + ":" + fault.column() + " " + fault.pointer() + " " + fault.rule());
            xml.writeStartElement("failure");
            xml.writeAttribute("type", fault.rule());
            xml.writeAttribute("message", fault.message());
            xml.writeCharacters(fault.text());
            xml.writeEndElement();
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    /** In a contract, a fault is a failed test, a gap a skipped one and a hint a passed one. */
    private void found(String file, List<Finding> findings) throws XMLStreamException {
        suite(file, findings.size(), count(findings, Level.FAULT), count(findings, Level.GAP));
        for (Finding finding : findings) {
            test(file, finding.position() + " " + finding.pointer() + " " + finding.kind());
            switch (finding.level()) {
                case FAULT -> {
                    xml.writeStartElement("failure");
                    xml.writeAttribute("type", finding.kind());
                    xml.writeAttribute("message", finding.message());
                }
                case GAP -> {
                    xml.writeStartElement("skipped");
                    xml.writeAttribute("message", finding.message());
                }
                case HINT -> xml.writeStartElement("system-out");
            }
            xml.writeCharacters(finding.text());
            xml.writeEndElement();
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static int count(List<Finding> findings, Level level) {
        return (int)
                findings.stream().filter(finding -> finding.level() == level).count();
    }

    private void passed(List<Origin> collections) throws XMLStreamException {
        suite("collections", collections.size(), 0, 0);
        for (Origin collection : collections) {
            test("collections", collection.collection());
            xml.writeStartElement("system-out");
            xml.writeCharacters(CountedNoun.of(collection.records(), "record") + " from " + collection.text());
            xml.writeEndElement();
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void suite(String name, int tests, int failures, int skipped) throws XMLStreamException {
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", name);
        xml.writeAttribute("tests", Integer.toString(tests));
        xml.writeAttribute("failures", Integer.toString(failures));
        xml.writeAttribute("errors", "0");
        xml.writeAttribute("skipped", Integer.toString(skipped));
        xml.writeAttribute("time", "0");
    }

    private void test(String suite, String name) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", suite);
        xml.writeAttribute("name", name);
        xml.writeAttribute("time", "0");
    }
}
