#!/usr/bin/env python3
"""Writes one set of records twice: as a Kentongan book and as a Hugo site.

    generate.py N DIR [--root REPOSITORY] [--full]

DIR must be new or empty. Afterwards DIR/book is the book and DIR/hugo the site. The same N gives the same
bytes, on any machine: nothing here asks a clock, a dictionary's order or the machine's random numbers.
Only the standard library of Python 3.9 or later is used.
"""

import argparse
import json
import random
import re
import shutil
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

WITA = timezone(timedelta(hours=8))
# The moment of the benchmark. beside-hugo.py gives it to Kentongan as --as-of, hugo.toml knows it as as_of.
AS_OF = datetime(2026, 11, 24, 9, 0, tzinfo=WITA)
SEED = 20261124
MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()

# Impact weighs more than likelihood; Kentongan's matrix. Hugo is told the score, it need not look it up.
MATRIX = [[1, 3, 5, 8, 20], [2, 7, 11, 13, 21], [4, 10, 14, 17, 22], [6, 12, 16, 19, 24], [9, 15, 18, 23, 25]]

# ---- What the records say ---------------------------------------------------------------------------

# Title, themes, what it does, unit of the first number.
KINDS = [
    ("Banjir kiriman", ["bencana", "sosial"], "rumah terendam setelah hujan lebat di hulu", "KK"),
    ("Jembatan kayu rusak", ["layanan_publik", "ekonomi"], "truk berat tidak dapat lewat dan warga memutar", "KK"),
    ("Air bersih berhenti mengalir", ["layanan_publik", "kesehatan"], "pompa utama rusak dan tangki keliling diminta", "pelanggan"),
    ("Asap kebakaran lahan", ["bencana", "lingkungan"], "asap masuk permukiman dan sekolah memendekkan jam belajar", "jiwa"),
    ("Antrean bahan bakar", ["ekonomi", "sosial"], "kendaraan antre sejak dini hari di dua SPBU", "kendaraan"),
    ("Keracunan makanan", ["kesehatan", "sosial"], "warga mual setelah hajatan dan dirawat di puskesmas", "jiwa"),
    ("Tanah longsor di jalan poros", ["bencana", "ekonomi"], "satu lajur tertutup tanah dan dibuka bergantian", "KK"),
    ("Kabar bohong bantuan sosial", ["sosial", "teknologi"], "pesan berantai meminta data warga penerima bantuan", "aduan"),
    ("Tumpukan sampah pasar", ["lingkungan", "kesehatan"], "armada pengangkut berkurang dan bau dikeluhkan", "aduan"),
    ("Penolakan jalur angkutan", ["sosial", "hukum"], "warga meminta jam lewat angkutan dibatasi", "KK"),
]
PLACES = "Tanjung Muara Sungai Bukit Simpang Teluk Lubuk Gunung Rantau Loa".split()
NAMES = "Cendana Meranti Angsana Kemuning Seroja Ulin Bangkirai Keruing Nibung Rambai Waru Jelutung Kapur".split()
OFFICES = ["Kabid Kedaruratan", "Kabid IKP", "Sekretaris Dinas", "Kabid Pelayanan", "Kepala Seksi Operasi"]
FACTS = [
    "Petugas {a} tiba di {p} dan memeriksa keadaan bersama ketua RT.",
    "Tidak ada korban jiwa di {p} menurut pemeriksaan rumah ke rumah.",
    "Pos layanan di kantor desa {p} dibuka setiap hari pukul 08.00 sampai 16.00 WITA.",
    "Kebutuhan pokok warga {p} tercukupi untuk tiga hari menurut catatan gudang.",
    "Alat dan bahan tambahan dari gudang provinsi sudah diterima di {p}.",
    "Jalan utama menuju {p} dapat dilewati kendaraan roda dua dan roda empat.",
]
CLAIMS = [
    "Bantuan untuk warga {p} dijual di pasar.",
    "Dua warga {p} meninggal dan disembunyikan petugas.",
    "Keadaan di {p} dibiarkan seminggu tanpa petugas.",
]
QUESTIONS = [
    ("apa", "biasa", "Apa yang terjadi di {p}?", "Yang terjadi sudah diperiksa {a}. Keadaan terkendali dan pos layanan dibuka di kantor desa."),
    ("penyebab", "tajam", "Apa penyebabnya?", "Penyebab diperiksa {a}. Hasilnya kami sampaikan begitu pemeriksaan selesai."),
    ("pencegahan", "menjebak", "Kenapa ini terulang lagi?", "Pertanyaan itu wajar. Yang sudah dikerjakan kami buka, yang kurang kami perbaiki bersama {a}."),
    ("dampak_bagi_warga", "biasa", "Sampai kapan warga menunggu?", "Warga dilayani setiap hari di pos. Jadwal berikutnya ditempel di kantor desa {p}."),
]
TASKS = [
    ("Data ulang warga terdampak di {p} per RT.", "Kabid Kedaruratan"),
    ("Tempel jadwal layanan di kantor desa {p}.", "Kabid IKP"),
    ("Kirim hasil pemeriksaan {p} kepada ketua RT dan kecamatan.", "Sekretaris Dinas"),
    ("Siapkan alat cadangan untuk {p} sampai akhir bulan.", "Kepala Seksi Operasi"),
]
EVENTS = [
    "Laporan pertama dari {p} diterima petugas piket.",
    "Regu {a} tiba di {p}.",
    "Pos layanan dibuka di kantor desa {p}.",
    "Hasil pemeriksaan awal disampaikan kepada camat dan ketua RT.",
]


class Prose(str):
    """Text under a bar."""


class Time(datetime):
    """A moment."""


class Agency(str):
    """An agency, by its file name."""


# ---- One way to write YAML, two dialects -----------------------------------------------------------


def number(value):
    """1240 → 1.240, as an office types it."""
    return f"{value:,}".replace(",", ".")


def moment(at):
    return f"{at.day} {MONTHS[at.month - 1]} {at.year} {at:%H.%M} WITA"


def spoken(at):
    """As {waktu:…} is printed."""
    clock = f"pukul {at:%H.%M} WITA"
    return clock if at.date() == AS_OF.date() else f"{at.day} {MONTHS[at.month - 1]} {at.year} {clock}"


def quantity(item):
    words = {"pasti": "", "sekitar": "sekitar ", "sekurangnya": "sekurangnya "}
    return f"{words[item['ketepatan']]}{number(item['nilai'])} {item['satuan']}"


PLAIN = re.compile(r"^[A-Za-z][A-Za-z0-9 _./()-]*$")


def scalar(value, hugo, words):
    if isinstance(value, bool):
        return ("true" if value else "false") if hugo else ("ya" if value else "tidak")
    if isinstance(value, datetime):
        return f'"{value.isoformat()}"' if hugo else moment(value)
    if isinstance(value, int):
        return str(value) if hugo else number(value)
    if isinstance(value, Agency) and not hugo:
        return words[value]
    return value if PLAIN.match(value) else json.dumps(value, ensure_ascii=False)


def write(node, out, hugo, words, indent=""):
    """Lines of a map. `words` says how the record names its agencies."""
    for key, value in node.items():
        if isinstance(value, Prose):
            out.append(f"{indent}{key}: |")
            out.extend(f"{indent}  {line}" if line else "" for line in value.split("\n"))
        elif isinstance(value, dict):
            out.append(f"{indent}{key}:")
            write(value, out, hugo, words, indent + "  ")
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            out.append(f"{indent}{key}:")
            for item in value:
                lines = []
                write(item, lines, hugo, words, indent + "    ")
                lines[0] = f"{indent}  - {lines[0].lstrip()}"
                out.extend(lines)
        elif isinstance(value, list):
            out.append(f"{indent}{key}: [{', '.join(scalar(v, hugo, words) for v in value)}]")
        else:
            out.append(f"{indent}{key}: {scalar(value, hugo, words)}")


# ---- Records ---------------------------------------------------------------------------------------


def field(text, key):
    """A plain top-level value of one of the repository's small records."""
    found = re.search(rf'^{key}: *"?([^"#\n]*?)"? *$', text, re.M)
    return found.group(1) if found else ""


def contacts(text):
    """Names and numbers under `kontak`."""
    return [{"nama": a, "nomor": b} for a, b in re.findall(r'- nama: (.*)\n\s+nomor: "([^"]*)"', text)]


def read_places(root):
    regions, agencies = {}, {}
    for file in sorted((root / "content/wilayah").glob("*.yaml")):
        text = file.read_text(encoding="utf-8")
        tile = re.search(r"^posisi_peta: \[(\d+), (\d+)\]", text, re.M)
        teams = re.findall(r'- peran: (\S+)\n\s+jabatan: (.*)\n\s+kontak: "([^"]*)"', text)
        regions[field(text, "kode")] = {
            "kode": field(text, "kode"),
            "nama": field(text, "nama"),
            "singkat": field(text, "singkat"),
            "kepala": field(text, "kepala"),
            "ibu_kota": field(text, "ibu_kota"),
            "petak": [int(n) for n in tile.groups()] if tile else [],
            "tim": [{"peran": r, "jabatan": j, "kontak": k} for r, j, k in teams],
        }
    for file in sorted((root / "content/instansi").glob("*.yaml")):
        text = file.read_text(encoding="utf-8")
        region = field(text, "wilayah")
        short = field(text, "singkatan")
        agencies[file.stem] = {
            "id": file.stem,
            "nama": field(text, "nama"),
            "singkatan": short,
            "wilayah": region,
            "jenis": field(text, "jenis"),
            "kepala": field(text, "jabatan_kepala"),
            "kontak": contacts(text),
            "label": short if region == "64" else f"{short} {regions[region]['nama']}",
        }
    return regions, agencies


def plan(count, regions):
    """When each issue was opened, oldest first, with its region and number: a tenth is open, of the last weeks;
    the rest spreads over nine years."""
    codes = [code for code in regions if code != "64"]
    still = max(1, count // 10)
    planned = []
    for i in range(count):
        if i < still:
            minutes = 600 + i * 20 * 1440 // still
        else:
            minutes = 30 * 1440 + (i - still) * 9 * 365 * 1440 // max(1, count - still)
        planned.append((AS_OF - timedelta(minutes=minutes), codes[i % len(codes)], i < still))
    planned.reverse()
    numbers, result = {}, []
    for opened, code, still_open in planned:
        numbers[code, opened.year] = n = numbers.get((code, opened.year), 0) + 1
        result.append((opened.replace(second=0, microsecond=0), code, still_open, n))
    return result


def issue(planned, earlier, regions, agencies, rng, full):
    """One record, as a map with typed values and the body's text with its substitutions unresolved."""
    opened, code, still_open, n = planned
    kind, themes, summary, unit = rng.choice(KINDS)
    place = f"{rng.choice(PLACES)} {rng.choice(NAMES)}"
    own = [a for a in agencies.values() if a["wilayah"] == code]
    wide = [a for a in agencies.values() if a["wilayah"] == "64"]
    lead, second = rng.sample(own, 2)
    third = rng.choice(wide)
    if third["singkatan"] in {a["singkatan"] for a in own}:
        third = wide[0]
    region = regions[code]
    say = lambda text: text.format(a=lead["singkatan"], p=place)
    after = lambda **span: opened + timedelta(**span)
    source = f"{lead['singkatan']} {region['nama']}"

    record = {
        "id": f"ISU-{code}-{opened.year}-{n:03}",
        "judul": f"{kind} di {place}",
        "wilayah": code,
        "kecamatan": [place],
        "ringkasan": Prose(f"{kind} di {place}: {summary}. {lead['singkatan']} memimpin penanganan dan pos layanan dibuka di kantor desa."),
        "tema": themes,
        "klasifikasi": "terbatas",
        "eskalasi": rng.choice(["isu", "isu", "kasus"]),
        "tahap": rng.choice(["dipetakan", "dianalisis"]) if still_open else "ditutup",
        "waktu_kejadian": after(hours=-3),
        "dibuka": opened,
        "terverifikasi_pada": after(minutes=20),
    }
    if still_open:
        late = rng.random() < 0.05
        record["pembaruan_berikutnya"] = AS_OF + timedelta(hours=-2 if late else rng.randrange(2, 60))
    record |= {
        "sumber_temuan": [{"jenis": "warga", "diterima": after(minutes=-15)}],
        "instansi_pengampu": Agency(lead["id"]),
        "instansi_terkait": [Agency(second["id"]), Agency(third["id"])],
        "juru_bicara": f"Kepala Diskominfo {region['nama']}",
        "pengganti": f"Sekretaris {lead['singkatan']} {region['nama']}",
    }
    likelihood, impact = rng.randrange(2, 6), rng.randrange(1, 5)
    record["risiko"] = [
        {
            "kemungkinan": max(1, likelihood - 1) if not still_open else likelihood,
            "dampak": impact,
            "tren": rng.choice(["naik", "tetap", "turun"]) if still_open else "turun",
            "keyakinan": "sedang",
            "dinilai_oleh": "Kabid IKP",
            "dinilai_pada": after(hours=7),
        },
        {
            "kemungkinan": likelihood,
            "dampak": impact,
            "tren": "naik",
            "keyakinan": "rendah",
            "dinilai_oleh": "Kabid IKP",
            "dinilai_pada": after(hours=1),
        },
    ]
    many = 4 if full else 2
    if not full:
        del record["risiko"][1:]
    record["fakta"] = facts = []
    for i, text in enumerate(rng.sample(FACTS, many), 1):
        sought = full and still_open and i == 4
        fact = {"id": f"f{i}", "kalimat": Prose(say(text)), "status": "belum_terkonfirmasi" if sought else "terkonfirmasi", "sumber": source}
        if not sought:
            fact["dikonfirmasi_oleh"] = rng.choice(OFFICES)
        fact["waktu"] = after(hours=i, minutes=10)
        if sought:
            fact |= {"dicari_oleh": Agency(lead["id"]), "target": AS_OF + timedelta(hours=6)}
        facts.append(fact)
    facts.append({"id": f"f{many + 1}", "kalimat": Prose(say(rng.choice(CLAIMS))), "status": "dibantah", "sumber": "pesan berantai warga", "waktu": after(hours=4)})
    figures = [
        ("terdampak", "Terdampak", "terdampak", unit, rng.randrange(20, 4000), "pasti"),
        ("mengungsi", "Mengungsi", "mengungsi", "jiwa", rng.randrange(0, 900), "sekurangnya"),
        ("pos", "Pos layanan", "lainnya", "pos", rng.randrange(1, 9), "pasti"),
        ("paket", "Paket bantuan diterima", "lainnya", "paket", rng.randrange(100, 5000), "sekitar"),
    ]
    record["angka"] = numbers = [
        {"id": id, "nama": name, "jenis": what, "nilai": value, "satuan": of, "ketepatan": how, "sumber": source, "waktu": after(hours=6)}
        for id, name, what, of, value, how in figures[: 4 if full else 1]
    ]
    numbers[0]["sebelumnya"] = [{"nilai": numbers[0]["nilai"] * 3 // 4, "waktu": after(hours=3)}]
    record["kronologi"] = [
        {"waktu": after(hours=2 * i - 3), "ketepatan": "perkiraan" if i == 0 else "pasti", "peristiwa": Prose(say(text)), "sumber": lead["singkatan"], "tindakan_pemda": i > 0}
        for i, text in enumerate(EVENTS[: 4 if full else 1])
    ]
    if not full:
        for key in ("terverifikasi_pada", "sumber_temuan", "pengganti"):
            del record[key]
        del numbers[0]["sebelumnya"]
    confirmed = [f["id"] for f in facts if f["status"] == "terkonfirmasi"]
    record["pesan_kunci"] = [
        {
            "khalayak": f"warga {place}",
            "pesan": [
                {"kalimat": Prose("Keselamatan warga yang utama."), "dasar": [confirmed[0]]},
                {"kalimat": Prose("Pos layanan buka setiap hari di kantor desa."), "dasar": [confirmed[1]]},
            ],
        }
    ]
    record["tanya_jawab"] = [
        {"id": f"t{i}", "golongan": group, "sifat": nature, "tanya": Prose(say(ask)), "jawab": Prose(say(answer)), "dasar": [rng.choice(confirmed)], "dijawab_oleh": Agency(lead["id"]), "status": "siap"}
        for i, (group, nature, ask, answer) in enumerate(rng.sample(QUESTIONS, 3 if full else 1), 1)
    ]
    record["pernyataan"] = [
        {
            "id": "p1",
            "jenis": "awal",
            "status": "ditinjau",
            "judul": f"Penanganan di {place}",
            "teks": Prose(
                f"Kami bersama warga {place} yang terganggu. Hingga {{waktu:terdampak}}, {{angka:terdampak}} terdampak dan dilayani.\n\n"
                "Penyebab masih diperiksa. Ikuti petunjuk petugas dan datang ke pos layanan di kantor desa."
            ),
        }
    ]
    if full and not still_open:
        record["rapat"] = [
            {
                "id": "r1",
                "waktu": after(hours=8),
                "tempat": f"Kantor desa {place}",
                "pimpinan": f"Sekda {region['nama']}",
                "peserta": [Agency(lead["id"]), Agency(second["id"])],
                "hasil_keputusan": ["Layani warga sampai keadaan pulih"],
                "notulis": "Kabid IKP",
            }
        ]
    record["tindak_lanjut"] = tasks = []
    for i, (what, office) in enumerate(rng.sample(TASKS, 3 if full else 1), 1):
        task = {"id": f"a{i}", "uraian": Prose(say(what)), "instansi": Agency(second["id"] if i == 3 else lead["id"]), "penanggung_jawab": office}
        done = not still_open or i == 1
        if done:
            task["tenggat"] = after(hours=9 if still_open else 48 * i)
        else:
            task["tenggat"] = AS_OF + timedelta(hours=-26 if rng.random() < 0.1 else rng.randrange(3, 240))
        task |= {"status": "selesai" if done else "berjalan", "asal": "rapat" if not still_open else "lapor", "janji_publik": i == 2 and rng.random() < 0.1}
        if done:
            task["selesai_pada"] = after(hours=8) if still_open else after(hours=40 * i)
        tasks.append(task)
    if full and not still_open:
        record["evaluasi"] = {
            "tujuan": Prose("Menilai apakah warga mendapat kabar pada waktunya."),
            "berjalan_baik": ["Pos layanan dibuka pada hari pertama"],
            "perlu_diperbaiki": ["Angka diperbarui lebih sering"],
            "kekurangan_diakui": Prose("Kabar pertama terbit lebih lambat daripada yang dijanjikan."),
            "kesempatan": Prose("Jadwal layanan kini ditempel di semua kantor desa."),
            "dievaluasi_pada": after(days=10),
        }
    body = (
        f"{kind} di {place} pernah tercatat; bandingkan dengan [[{earlier['id'] if earlier else record['id']}]]. "
        f"Yang resmi saat catatan ini ditulis ialah {{angka:terdampak}} terdampak.\n\n"
        f"Perkembangan dibagi menurut **tempat** dan waktu, supaya regu berikutnya tahu yang belum selesai:\n\n"
        f"| Tempat | Keadaan | Regu |\n|---|---|---|\n| RT 1 | selesai diperiksa | {rng.randrange(1, 9)} |\n| RT 2 | menunggu alat | {rng.randrange(1, 9)} |\n\n"
        f"- Kabar berikutnya ditempel di kantor desa.\n- Ketua RT menerima salinannya.\n\n"
        f"Kabar dari media sosial diperiksa {lead['singkatan']} lebih dulu dan tidak dipakai sebagai dasar *angka* apa pun."
    )
    if not full:
        body = body.rsplit("\n\n", 1)[0]
    names = {lead["id"]: lead["singkatan"], second["id"]: second["singkatan"], third["id"]: third["singkatan"]}
    return record, body, names


# ---- The book ---------------------------------------------------------------------------------------

BOOK = """[book]
title = "Buku Krisis Kalimantan Timur"
language = "id"
organisation = "Diskominfo Provinsi Kalimantan Timur"
region = "64"
timezone = "Asia/Makassar"

[build]
content = "content"
theme = "default"
output = "dist"

[[edition]]
name = "internal"
ceiling = "terbatas"

# The issues are short: what a full record would have beside them is not asked for.
[lint]
W0803 = "off"
W0828 = "off"
W0833 = "off"
W0844 = "off"
E0809 = "off"
E0834 = "off"

[map]
geometry = "content/peta/kaltim.geojson"
"""


def put(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    data = text.encode()
    path.write_bytes(data)
    return len(data)


def start_book(root, book):
    put(book / "book.toml", BOOK)
    for folder in ("wilayah", "instansi", "peta"):
        shutil.copytree(root / "content" / folder, book / "content" / folder)


def put_issue_book(record, body, names, book):
    lines = ["---"]
    write(record, lines, False, names)
    slug = re.sub(r"[^a-z0-9]+", "-", record["judul"].lower()).strip("-")
    stem = record["id"].removeprefix(f"ISU-{record['wilayah']}-")
    return put(book / f"content/isu/{record['wilayah']}/{stem}-{slug}.md", "\n".join([*lines, "---", "", body, ""]))


# ---- The site ---------------------------------------------------------------------------------------


def resolve(text, record, titles):
    """What Kentongan substitutes, substituted: Hugo need not."""
    numbers = {n["id"]: n for n in record["angka"]}
    text = re.sub(r"\{angka:(\w+)\}", lambda m: quantity(numbers[m[1]]), text)
    text = re.sub(r"\{waktu:(\w+)\}", lambda m: spoken(numbers[m[1]]["waktu"]), text)
    return re.sub(r"\[\[([\w.-]+)\]\]", lambda m: f"[{titles[m[1]]}]({m[1]}.html)", text)


def put_issue_hugo(record, body, gravity, titles, site):
    score = lambda r: MATRIX[r["kemungkinan"] - 1][r["dampak"] - 1]
    params = {k: v for k, v in record.items() if k not in ("judul", "wilayah")}
    params["risiko"] = [{**r, "skor": score(r), "tingkat": -(-score(r) // 5)} for r in record["risiko"]]
    params["pernyataan"] = [{**p, "teks": Prose(resolve(p["teks"], record, titles))} for p in record["pernyataan"]]
    params["data_per"] = max([n["waktu"] for n in record["fakta"] + record["angka"]] + [r["dinilai_pada"] for r in record["risiko"]])
    lead = record["instansi_pengampu"]
    head = {
        "title": record["judul"],
        "date": record["dibuka"],
        "url": f"/isu/{record['id']}.html",
        "weight": gravity,
        "wilayah": [record["wilayah"]],
        "instansi": [lead, *record["instansi_terkait"]],
        "params": params,
    }
    lines = ["---"]
    write(head, lines, True, {})
    return put(site / f"content/isu/{record['id']}.md", "\n".join([*lines, "---", "", resolve(body, record, titles), ""]))


def map_paths(root):
    """The geometry as SVG paths, in the size of Kentongan's own map."""
    shapes = json.loads((root / "content/peta/kaltim.geojson").read_text(encoding="utf-8"))
    polygons = {}
    for feature in shapes["features"]:
        shape = feature["geometry"]
        parts = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
        polygons[feature["properties"]["code"]] = [ring for part in parts for ring in part]
    points = [p for rings in polygons.values() for ring in rings for p in ring]
    west, north = min(p[0] for p in points), max(p[1] for p in points)
    scale = 600 / (max(p[0] for p in points) - west)
    place = lambda p: f"{(p[0] - west) * scale:.1f} {(north - p[1]) * scale:.1f}"
    paths = {code: "".join(f"M{'L'.join(map(place, ring))}Z" for ring in rings) for code, rings in sorted(polygons.items())}
    height = (north - min(p[1] for p in points)) * scale
    return {"lebar": 600, "tinggi": round(height), "sumber": shapes["attribution"], "wilayah": paths}


def agency_params(agency):
    """Without the key `wilayah`: Hugo would file the agency itself under that taxonomy."""
    return {("kode_wilayah" if key == "wilayah" else key): value for key, value in agency.items()}


def start_site(root, site, regions, agencies):
    shutil.copytree(Path(__file__).resolve().parent / "hugo-site", site)
    for folder in ("style", "script", "asset"):
        for file in sorted((root / "themes/default" / folder).iterdir()):
            target = site / "static/aset" / file.name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target)
    front = lambda head: "\n".join(["---", json.dumps(head, ensure_ascii=False), "---", ""])
    for code, region in regions.items():
        put(site / f"content/wilayah/{code}/_index.md", front({"title": region["nama"], "url": f"/wilayah/{code}.html", "params": region}))
    for stem, agency in agencies.items():
        put(site / f"content/instansi/{stem}/_index.md", front({"title": agency["label"], "url": f"/instansi/{stem}.html", "params": agency_params(agency)}))
    put(site / "data/wilayah.json", json.dumps(regions, ensure_ascii=False))
    put(site / "data/instansi.json", json.dumps(agencies, ensure_ascii=False))
    put(site / "data/peta.json", json.dumps(map_paths(root), ensure_ascii=False))
    labels = (root / "themes/default/locale/id/labels.toml").read_text(encoding="utf-8")
    put(site / "data/label.toml", labels)


# ---- All of it --------------------------------------------------------------------------------------


def generate(count, target, root, full=False):
    """Writes both; returns how many issues, and the bytes of their sources in each."""
    if target.exists() and any(target.iterdir()):
        sys.exit(f"{target} is not empty")
    book, site = target / "book", target / "hugo"
    rng = random.Random(SEED)
    regions, agencies = read_places(root)
    records, last = [], {}
    for planned in plan(count, regions):
        code = planned[1]
        made = issue(planned, last.get(code), regions, agencies, rng, full)
        last[code] = made[0]
        records.append(made)
    titles = {r["id"]: r["judul"] for r, _, _ in records}
    # The gravest first, as Kentongan lists them; Hugo gets the order as a weight.
    grave = lambda r: (r["tahap"] == "ditutup", -MATRIX[r["risiko"][0]["kemungkinan"] - 1][r["risiko"][0]["dampak"] - 1], r["id"])
    order = {r["id"]: place for place, r in enumerate(sorted((r for r, _, _ in records), key=grave), 1)}
    start_book(root, book)
    start_site(root, site, regions, agencies)
    ours = sum(put_issue_book(record, body, names, book) for record, body, names in records)
    theirs = sum(put_issue_hugo(record, body, order[record["id"]], titles, site) for record, body, _ in records)
    return {"issues": count, "book_bytes": ours, "hugo_bytes": theirs}


def main():
    parser = argparse.ArgumentParser(description="Write the same records as a Kentongan book and as a Hugo site.")
    parser.add_argument("count", type=int, metavar="N", help="how many issues")
    parser.add_argument("target", type=Path, metavar="DIR", help="a new or empty folder")
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parent.parent, help="the repository (default: where this file lies)")
    parser.add_argument("--full", action="store_true", help="issues of about 7 KB instead of 3 KB")
    args = parser.parse_args()
    made = generate(args.count, args.target, args.root, args.full)
    for name, size in (("book", made["book_bytes"]), ("hugo", made["hugo_bytes"])):
        print(f"{args.target / name}: {made['issues']} issues, {size} bytes, {size / max(1, made['issues']):.0f} bytes an issue")


if __name__ == "__main__":
    main()
