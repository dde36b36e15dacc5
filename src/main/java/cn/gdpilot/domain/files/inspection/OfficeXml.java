package cn.gdpilot.domain.files.inspection;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads one part as the programs that open the file do, in whatever encoding and with whatever prefixes it is written. */
class OfficeXml {

    private final Rule rule;

    OfficeXml(Rule rule) {
        this.rule = rule;
    }

    /** @param whole whether it must be well-formed: drawings of old versions are not, and pictures have document types */
    void read(InputStream xml, boolean whole) {
        try {
            XMLStreamReader reader = readers().createXMLStreamReader(xml);
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> broken(whole);
                    case XMLStreamConstants.START_ELEMENT -> rule.begin(reader);
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> rule.text(reader.getText());
                    case XMLStreamConstants.END_ELEMENT -> rule.end(reader.getLocalName());
                    default -> {}
                }
            }
        } catch (XMLStreamException e) {
            broken(whole);
        }
        rule.finish();
    }

    private static void broken(boolean whole) {
        if (whole) {
            throw Inspection.refused("material.office-broken");
        }
    }

    private static XMLInputFactory readers() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** The rules for a part of one kind; each throws a refusal. */
    interface Rule {

        /** An element begins. */
        void begin(XMLStreamReader element);

        /** Text, perhaps a piece of it only. */
        void text(String text);

        /** The element of that name ends, without its prefix. */
        void end(String element);

        /** The part is over. */
        void finish();
    }
}
