//! What each chapter and article says, in English and in short: a reading aid, unofficial, never a translation to rely on.

/// The title of a chapter.
pub(super) const fn chapter(number: u8) -> &'static str {
    match number {
        1 => "General provisions",
        2 => "Main tasks of alliances",
        3 => "Forming an alliance",
        4 => "Filing",
        5 => "Operation",
        6 => "Management and review",
        7 => "Supplementary provisions",
        _ => "",
    }
}

/// What an article says.
pub(super) const fn article(number: u8) -> &'static str {
    match number {
        1 => {
            "Purpose and basis: to strengthen the filing, management and professional guidance of intellectual property alliances in Hainan, in line with the national guide to building industrial IP alliances."
        }
        2 => {
            "Definition: an IP alliance (industrial or protection) is a body that two or more market entities with closely related interests form of their own will, based on IP protection and aimed at the coordinated use of IP."
        }
        3 => {
            "Principles: voluntary, open, mutually beneficial, win-win; enterprises, universities, research institutes, service firms, financial institutions and other organisations of the industry are widely taken in."
        }
        4 => {
            "The provincial IP office coordinates the management of filed alliances; city and county IP departments (Yangpu Economic Development Zone included) recommend filings and see to daily supervision, yearly review and guidance."
        }
        5 => {
            "Task: an IP research and development system in which universities, institutes and firms along the industrial chain work together from early innovation to protection."
        }
        6 => {
            "Task: build and run patent pools of the industry, licensed collectively and cross-licensed, on a voluntary and mutually beneficial basis."
        }
        7 => {
            "Task: strengthen the use and management of geographical indications, and build product brands on them and on certification and collective marks."
        }
        8 => "Task: carry out a trademark and brand strategy, with guidance, fostering and defence of rights.",
        9 => {
            "Task: bring IP and standards together, by taking part in or leading national and industry standards and having essential patents included in them."
        }
        10 => {
            "Task: defend against IP risks together, by monitoring infringement and competitors' portfolios and by responding jointly to major disputes."
        }
        11 => {
            "Task: patent navigation analysis for the industry and its enterprises, with an industry IP database that serves the members' decisions."
        }
        12 => {
            "Task: IP mentoring for start-ups, by experienced entrepreneurs and inventors of the alliance and by linking grown firms with young ones."
        }
        13 => {
            "Task: distinctive innovation and start-up services, with training and exchange of many kinds for the members' managers, researchers and IP staff."
        }
        14 => {
            "Priority fields for industrial IP alliances: IP finance, new-generation information technology, petrochemical new materials, modern biomedicine, tropical high-efficiency agriculture, Nanfan seed breeding, deep-sea technology, aerospace technology and the like."
        }
        15 => {
            "IP protection alliances are supported: they research protection, exchange, defend rights and make enterprises better able to prevent risks and settle disputes."
        }
        16 => {
            "Conditions for setting up: leading and secretariat units registered in Hainan as independent legal persons in good standing; at least 10 member units; as a rule an IP-intensive industry; shared interests, IP holdings and good faith; a charter and the needed resources."
        }
        17 => {
            "Procedure: prepare (proposal, preparatory meeting, working group, draft charter and rules), then found the alliance at a first members' congress that votes the charter and the founding decision, fixes the name and sets up the bodies."
        }
        18 => {
            "The charter generally covers nine matters: name and domicile; nature, aims, scope and area; goals; membership; bodies; funds and assets; amendment; termination; other matters."
        }
        19 => {
            "An alliance is a cooperative organisation of its members under the charter; as a rule it is no legal person, and the members stay legally independent."
        }
        20 => {
            "Filing is voluntary and follows the founding. Eight materials go to the local IP department: application form; charter signed by every member's legal representative and sealed; profiles of the leading and secretariat units; copies of the members' licences; rules; need and feasibility report; founding minutes; member list with persons in charge and contacts."
        }
        21 => {
            "The city or county department checks that the materials are true and complete, visits the founding units if need be, and passes them to the provincial office with a letter of recommendation."
        }
        22 => {
            "The provincial office re-checks, publishes what it agrees to on its website for 5 working days, and files the alliance if nobody objects, with a notice to the recommending unit and the alliance; a refusal is given with its reasons."
        }
        23 => {
            "The secretariat runs the daily work. It is borne by an enterprise or public institution registered in Hainan, with fixed premises and full-time staff; the secretary-general is in principle from that unit, chosen by agreement of the members."
        }
        24 => {
            "An alliance sets up a liaison system, regular meetings, decisions on major matters, and the circulation of information among its members."
        }
        25 => {
            "An alliance secures its funds and has rules for their source, use, management and supervision and for its accounts; government money is used as prescribed and audited."
        }
        26 => {
            "An alliance draws up a development strategy with direction, goals, tasks, priorities and a forward-looking, workable roadmap."
        }
        27 => {
            "An alliance shares resources and benefits: pooled and cross-licensed IP, shared talent, income shared in proportion to IP value, and case-by-case sharing of risk and profit in start-up services."
        }
        28 => {
            "Principles for a filed alliance: obey the law and accept guidance; no monopoly or unfair competition; public service; public benefit; no acting in the name of government bodies or state strategies without approval; work in principle among members only, and no fees from outsiders."
        }
        29 => {
            "The provincial office supports alliances with policy, funds, data and high-end IP resources; alliances that do well may be funded under the relevant rules."
        }
        30 => {
            "City and county departments draw up measures of their own, invest more, and support overseas defence of rights, use of IP information, risk warning, patent navigation and the fostering of high-value patents."
        }
        31 => {
            "City and county departments review the filed alliances every year, as excellent, good, passed or failed; two failed years in a row cost the registration, and this is published."
        }
        32 => {
            "A new term of the members' congress, changes of the charter, the legal representative or the members, and major activities are filed with the local department within 10 days of the change, with a copy to the province."
        }
        33 => {
            "At the end of each year the alliance reports its work, next year's plan and its use of government money to the local department, with a copy to the province."
        }
        34 => {
            "An alliance that is badly organised or long inactive is told to put it right by a date; failing that, or if it breaks the law, it is cleared away and its registration revoked."
        }
        35 => "The provincial IP office interprets these Measures.",
        36 => "These Measures take effect on the day they are published.",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::super::{articles, chapters};

    #[test]
    fn every_chapter_and_article_has_its_own_english_and_no_other_number_has() {
        let mut seen = std::collections::BTreeSet::new();
        for english in chapters().iter().map(|chapter| chapter.english).chain(articles().map(|article| article.english))
        {
            assert!(!english.is_empty() && english.is_ascii());
            assert!(seen.insert(english), "{english}");
        }
        assert_eq!((super::chapter(8), super::article(37)), ("", ""));
    }

    #[test]
    fn a_number_in_a_summary_is_one_of_its_article() {
        for article in articles() {
            for digits in
                article.english.split(|character: char| !character.is_ascii_digit()).filter(|part| !part.is_empty())
            {
                assert!(article.text().contains(digits), "{}: {digits}", article.number);
            }
        }
    }
}
