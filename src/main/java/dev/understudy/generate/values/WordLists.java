package dev.understudy.generate.values;

import java.util.List;

/** Words that made values consist of. A change here changes what everybody's documents answer. */
final class WordLists {
    static final List<String> FIRST_NAMES = words("Ada Amir Anna Ben Carla Chen David Elena Emma Farid Grace Hana Hugo"
            + " Ines Jakub James Julia Kofi Laura Leo Lucia Maria Mateo Mina Noah Nora Omar Oscar Paula Priya Rosa Sam"
            + " Sara Sofia Tara Theo Tomas Vera Victor Yuki Zoe");

    static final List<String> LAST_NAMES = words("Adams Almeida Andersson Bauer Becker Brown Castro Costa Davies Dubois"
            + " Evans Fischer Garcia Haddad Hansen Hughes Ivanova Jensen Johnson Kim Kowalski Larsen Lopez Martin"
            + " Mensah Meyer Moreau Nakamura Novak Okafor Olsen Patel Perez Rossi Santos Schmidt Silva Smith Tanaka"
            + " Taylor Walker Wang Weber Young");

    static final List<String> NOUNS = words("anchor arrow basket beacon bridge canvas castle cedar circle cloud compass"
            + " copper coral crystal delta ember falcon feather forest garden granite harbor horizon island lantern"
            + " maple meadow mirror mountain ocean orchard paper pebble pine planet prairie river rocket saddle signal"
            + " silver spring summit sunrise thunder timber valley velvet violet willow winter");

    static final List<String> ADJECTIVES = words("amber bold brave bright calm clear cosmic crisp early fresh gentle"
            + " golden grand green happy hidden lively lucky mellow modern nimble noble polar prime proud quick quiet"
            + " rapid rustic simple smart smooth solid steady sunny swift tidy urban vivid warm");

    static final List<String> STREETS = words("Birch Castle Cedar Church Garden High King Lake Market Mill Oak Park"
            + " Queen River School Station Victoria Willow");

    static final List<String> COMPANIES = List.of(
            "Acorn Foods",
            "Bluewater Logistics",
            "Brightside Energy",
            "Cobalt Software",
            "Evergreen Health",
            "Fairview Insurance",
            "Granite Works",
            "Harbor Textiles",
            "Lighthouse Media",
            "Meridian Travel",
            "Northwind Traders",
            "Orchard Labs",
            "Pinnacle Systems",
            "Redwood Studios",
            "Silverline Motors",
            "Summit Analytics");

    static final List<String> JOBS = List.of(
            "Accountant",
            "Business Analyst",
            "Customer Success Manager",
            "Data Engineer",
            "Designer",
            "Electrician",
            "Financial Controller",
            "HR Specialist",
            "Nurse",
            "Product Manager",
            "Project Lead",
            "Sales Representative",
            "Software Engineer",
            "Teacher",
            "Technician");

    static final List<String> SENTENCES = List.of(
            "Checked by the team and ready for the next step.",
            "Includes everything that was agreed in the last meeting.",
            "A short summary of what changed and why.",
            "Delivered on time and within the budget.",
            "Please review this before the end of the week.",
            "Works well with the other items of the same series.",
            "The customer asked for a call on Monday morning.",
            "Replaces the earlier version, which is no longer used.",
            "Suitable for small and large teams alike.",
            "Further details are in the attached document.",
            "Needs a second look from the finance department.",
            "Made from recycled material and easy to clean.");

    static final List<String> COLORS =
            words("black blue brown cyan gray green indigo orange pink purple red teal white" + " yellow");

    /**
     * City, state or region, its short name, postal code, country, its codes, currency, time zone, dialling code,
     * latitude, longitude.
     */
    static final List<String> PLACES = List.of(
            "Amsterdam|North Holland|NH|1012 JS|Netherlands|NL|NLD|EUR|Europe/Amsterdam|+31|52.3731|4.8922|nl",
            "Austin|Texas|TX|78701|United States|US|USA|USD|America/Chicago|+1|30.2672|-97.7431|en",
            "Barcelona|Catalonia|CT|08002|Spain|ES|ESP|EUR|Europe/Madrid|+34|41.3874|2.1686|es",
            "Berlin|Berlin|BE|10115|Germany|DE|DEU|EUR|Europe/Berlin|+49|52.52|13.405|de",
            "Chicago|Illinois|IL|60601|United States|US|USA|USD|America/Chicago|+1|41.8781|-87.6298|en",
            "Copenhagen|Capital Region|84|1050|Denmark|DK|DNK|DKK|Europe/Copenhagen|+45|55.6761|12.5683|da",
            "Dublin|Leinster|L|D02 X285|Ireland|IE|IRL|EUR|Europe/Dublin|+353|53.3498|-6.2603|en",
            "Edinburgh|Scotland|SCT|EH1 1YZ|United Kingdom|GB|GBR|GBP|Europe/London|+44|55.9533|-3.1883|en",
            "Lisbon|Lisbon|11|1100-148|Portugal|PT|PRT|EUR|Europe/Lisbon|+351|38.7223|-9.1393|pt",
            "London|England|ENG|SW1A 1AA|United Kingdom|GB|GBR|GBP|Europe/London|+44|51.5072|-0.1276|en",
            "Lyon|Rhone|69|69001|France|FR|FRA|EUR|Europe/Paris|+33|45.764|4.8357|fr",
            "Melbourne|Victoria|VIC|3000|Australia|AU|AUS|AUD|Australia/Melbourne|+61|-37.8136|144.9631|en",
            "Milan|Lombardy|MI|20121|Italy|IT|ITA|EUR|Europe/Rome|+39|45.4642|9.19|it",
            "Mumbai|Maharashtra|MH|400001|India|IN|IND|INR|Asia/Kolkata|+91|19.076|72.8777|en",
            "Osaka|Osaka|27|530-0001|Japan|JP|JPN|JPY|Asia/Tokyo|+81|34.6937|135.5023|ja",
            "Portland|Oregon|OR|97201|United States|US|USA|USD|America/Los_Angeles|+1|45.5152|-122.6784|en",
            "Prague|Prague|10|11000|Czechia|CZ|CZE|CZK|Europe/Prague|+420|50.0755|14.4378|cs",
            "Seattle|Washington|WA|98101|United States|US|USA|USD|America/Los_Angeles|+1|47.6062|-122.3321|en",
            "Stockholm|Stockholm|AB|11120|Sweden|SE|SWE|SEK|Europe/Stockholm|+46|59.3293|18.0686|sv",
            "Toronto|Ontario|ON|M5H 2N2|Canada|CA|CAN|CAD|America/Toronto|+1|43.6532|-79.3832|en",
            "Vienna|Vienna|9|1010|Austria|AT|AUT|EUR|Europe/Vienna|+43|48.2082|16.3738|de",
            "Warsaw|Masovia|MZ|00-001|Poland|PL|POL|PLN|Europe/Warsaw|+48|52.2297|21.0122|pl");

    private WordLists() {}

    private static List<String> words(String text) {
        return List.of(text.split(" ", -1));
    }
}
